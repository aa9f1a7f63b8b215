import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync, inflateRawSync } from "node:zlib";
import { type BrowserContext, type LaunchOptions, chromium } from "@playwright/test";

/** A browser's profile on the disk, which outlives the browser. */
export class Profile {
  private constructor(readonly folder: string) {}

  static async fresh(): Promise<Profile> {
    return new Profile(await mkdtemp(path.join(tmpdir(), "richiamo-profile-")));
  }

  /** The same bytes on another machine: what the browser holds open is left behind. */
  async copy(): Promise<Profile> {
    const other = await Profile.fresh();
    const isLock = (file: string) => path.basename(file).startsWith("Singleton");
    await cp(this.folder, other.folder, { recursive: true, filter: (file) => !isLock(file) });
    return other;
  }

  async launch(options: LaunchOptions & { baseURL: string }): Promise<BrowserContext> {
    return chromium.launchPersistentContext(this.folder, {
      ...options,
      viewport: { width: 1180, height: 820 },
      locale: "it-IT",
      timezoneId: "Europe/Rome",
    });
  }

  /** Whether the browser has brought this to its local storage, and has written nothing more there for a moment: a record of which
   * half is on the disk is lost with the power. */
  async restsInLocalStorage(needle: string): Promise<boolean> {
    const folder = (line: string) => line.includes("Local Storage");
    if (!(await this.find([needle])).some(folder)) return false;
    const before = await this.localStorageSize();
    await setTimeout(2_000);
    return before === (await this.localStorageSize());
  }

  private async localStorageSize(): Promise<number> {
    const files = await readdir(this.folder, { recursive: true, withFileTypes: true });
    const stored = files.filter((file) => file.isFile() && file.parentPath.includes("Local Storage"));
    const sizes = await Promise.all(stored.map((file) => stat(path.join(file.parentPath, file.name)).then(({ size }) => size, () => 0)));
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  /** Ends the browser of this profile as a power cut would, with all its processes. */
  async kill(): Promise<void> {
    const mine: number[] = [];
    for (const entry of await readdir("/proc")) {
      if (!/^\d+$/.test(entry)) continue;
      const line = await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "");
      if (line.includes(`--user-data-dir=${this.folder}`)) mine.push(Number(entry));
    }
    for (const pid of mine) spawnSync("kill", ["-KILL", String(pid)]);
  }

  async drop(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  /** Where any of the needles stands, in clear, in whatever encoding a browser writes: `file: needle`. */
  async find(needles: string[]): Promise<string[]> {
    const patterns = needles.flatMap((needle) => encodings(needle).map((pattern) => ({ needle, pattern })));
    const found: string[] = [];
    for (const entry of await readdir(this.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const raw = await readFile(file).catch(() => Buffer.alloc(0));
      for (const bytes of [raw, ...unpacked(raw)]) {
        for (const { needle, pattern } of patterns) {
          if (bytes.includes(pattern)) found.push(`${path.relative(this.folder, file)}: ${needle}`);
        }
      }
    }
    return [...new Set(found)];
  }
}

/** A text as it may stand in a file. */
export function encodings(text: string): Buffer[] {
  const utf16 = Buffer.from(text, "utf16le");
  const plain = [Buffer.from(text, "utf8"), utf16, Buffer.from(utf16).swap16()];
  const base64 = plain.slice(0, 2).flatMap((bytes) =>
    [0, 1, 2].map((before) => {
      const whole = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
      // The characters that depend on this text alone, whatever stands before and after it.
      const first = Math.ceil((before * 8) / 6);
      const last = Math.floor(((before + bytes.length) * 8) / 6);
      return Buffer.from(whole.slice(first, last), "latin1");
    }),
  );
  return [...plain, ...base64];
}

/** What is compressed in a file, unpacked: tables of LevelDB, entries of the HTTP cache, anything gzipped. */
function unpacked(raw: Buffer): Buffer[] {
  const found = [...blocksOfTable(raw)];
  for (let at = raw.indexOf("1f8b08", 0, "hex"); at >= 0; at = raw.indexOf("1f8b08", at + 1, "hex")) {
    const bytes = attempt(() => gunzipSync(raw.subarray(at))) ?? attempt(() => inflateRawSync(raw.subarray(at + 10)));
    if (bytes !== undefined) found.push(bytes);
  }
  // An entry of the simple cache: magic, version, length of the key, its hash, then the key and the body.
  if (raw.length > 24 && raw.readBigUInt64LE(0) === 0xfcfb6d1ba7725c30n) {
    const body = raw.subarray(24 + raw.readUInt32LE(12));
    const bytes = attempt(() => brotliDecompressSync(body)) ?? attempt(() => brotliDecompressSync(raw.subarray(20 + raw.readUInt32LE(12))));
    if (bytes !== undefined) found.push(bytes);
  }
  return found;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** The blocks of a sorted table of LevelDB, which are compressed by Snappy. */
export function* blocksOfTable(raw: Buffer): Generator<Buffer> {
  if (raw.length < 48 || raw.readBigUInt64LE(raw.length - 8) !== 0xdb4775248b80fb57n) return;
  const footer = new Reader(raw.subarray(raw.length - 48));
  footer.varint();
  footer.varint();
  const index = attempt(() => block(raw, footer.varint(), footer.varint()));
  if (index === undefined) return;
  yield index;
  const entries = index.subarray(0, index.length - 4 - 4 * index.readUInt32LE(index.length - 4));
  const reader = new Reader(entries);
  while (reader.at < entries.length) {
    reader.varint();
    const key = reader.varint();
    const value = reader.varint();
    reader.at += key;
    const handle = new Reader(entries.subarray(reader.at, reader.at + value));
    reader.at += value;
    const data = attempt(() => block(raw, handle.varint(), handle.varint()));
    if (data !== undefined) yield data;
  }
}

function block(raw: Buffer, offset: number, size: number): Buffer {
  const bytes = raw.subarray(offset, offset + size);
  return raw[offset + size] === 1 ? unsnappy(bytes) : bytes;
}

/** https://github.com/google/snappy/blob/main/format_description.txt */
export function unsnappy(packed: Buffer): Buffer {
  const reader = new Reader(packed);
  const out = Buffer.alloc(reader.varint());
  let written = 0;
  while (reader.at < packed.length) {
    const tag = reader.byte();
    const kind = tag & 3;
    if (kind === 0) {
      let length = tag >> 2;
      if (length >= 60) length = reader.little(length - 59);
      length += 1;
      packed.copy(out, written, reader.at, reader.at + length);
      reader.at += length;
      written += length;
      continue;
    }
    const length = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = kind === 1 ? ((tag >> 5) << 8) | reader.byte() : reader.little(kind === 2 ? 2 : 4);
    for (let count = 0; count < length; count += 1, written += 1) out[written] = out[written - back]!;
  }
  return out;
}

class Reader {
  at = 0;

  constructor(private readonly bytes: Buffer) {}

  byte(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new RangeError("the end");
    this.at += 1;
    return byte;
  }

  little(count: number): number {
    let number = 0;
    for (let index = 0; index < count; index += 1) number += this.byte() * 2 ** (8 * index);
    return number;
  }

  varint(): number {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      number += (byte & 127) * 2 ** shift;
      if (byte < 128) return number;
    }
  }
}
