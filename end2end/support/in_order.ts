const ID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/** Rows in an order of what they say. By their identities, which every import draws anew, the first of some kind would be
 * another one in every run, and a failed run could not be looked into by running it again. */
export function inOrder<T extends { row: object }>(rows: T[]): T[] {
  const known = new Map(rows.map(({ row }) => [String((row as { id?: unknown }).id), sayings(row)]));
  const key = ({ row }: T) => JSON.stringify(row).replace(ID, (id) => known.get(id) ?? "");
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)))
    .map(({ row }) => row);
}

/** What tells a row in others that refer to it. */
function sayings(row: object): string {
  const { code, surname, name } = row as { code?: string; surname?: string; name?: string };
  return [code, surname, name].join(" ");
}
