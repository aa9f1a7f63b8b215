// What a process asked of the kernel, as strace has written it down. The number of a line is the clock: strace writes lines
// as things happen, and splits a call where something else happened before it returned.

/** A call of the kernel. */
export interface Call {
  name: string;
  /** The file or connection: a path, or `TCP:[near->far]`. */
  on: string;
  /** What was written, as far as it was. */
  data: Buffer;
  /** strace has not written all of it down. */
  isCut: boolean;
  /** What it returned. */
  result: number;
  /** Line in which it was made. */
  begin: number;
  /** Line in which it returned. */
  end: number;
  /** When it returned, in seconds. */
  at: number;
}

/** The flags with which strace has to be run. */
export const STRACE = [
  ["-f", "-ttt", "-yy", "-xx", "-s", "65536"],
  ["-e", "trace=fsync,fdatasync,pwrite64,pwritev,write,writev,sendto,sendmsg", "-e", "signal=none"],
].flat();

/** Reads a trace. */
export function readTrace(text: string): Call[] {
  const calls: Call[] = [];
  const open = new Map<string, { line: number; text: string }>();
  text.split("\n").forEach((line, number) => {
    const [, thread, at, what] = /^(\d+) +([\d.]+) (.*)$/.exec(line) ?? [];
    if (thread === undefined || what === undefined) return;
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(what);
    if (what.endsWith("<unfinished ...>")) {
      open.set(thread, { line: number, text: what.slice(0, -"<unfinished ...>".length).trimEnd() });
      return;
    }
    const begun = resumed === null ? undefined : open.get(thread);
    if (resumed !== null && begun === undefined) return; // begun before the trace did
    open.delete(thread);
    const call = readCall(begun === undefined ? what : begun.text + resumed![1]!);
    if (call !== undefined) calls.push({ ...call, begin: begun?.line ?? number, end: number, at: Number(at) });
  });
  return calls.sort((one, other) => one.begin - other.begin);
}

function readCall(text: string): Omit<Call, "begin" | "end" | "at"> | undefined {
  const [, name, on, rest, result] = /^(\w+)\(\d+<(.*?)>(?=[,)])(.*)\) += (-?\d+)/.exec(text) ?? [];
  if (name === undefined || on === undefined || rest === undefined) return undefined;
  const strings = [...rest.matchAll(/"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g)];
  const data = Buffer.concat(strings.map(([, hex]) => Buffer.from(hex!.replaceAll("\\x", ""), "hex")));
  const isCut = strings.some(([, , dots]) => dots !== undefined);
  return { name, on: unescape(on), data: data.subarray(0, Math.max(0, Number(result))), isCut, result: Number(result) };
}

function unescape(text: string): string {
  return text.replace(/\\x([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A text frame of a WebSocket from the server. */
export interface WsFrame {
  /** Port of the client. */
  port: number;
  text: string;
  /** Line in which its first byte was handed to the kernel. */
  line: number;
  at: number;
}

/** The WebSocket frames that the server has written, by connection and in order. */
export function serverFrames(calls: Call[]): WsFrame[] {
  const streams = new Map<number, Call[]>();
  for (const call of calls) {
    const [, port] = /^TCP.*->.*:(\d+)\]$/.exec(call.on) ?? [];
    if (port === undefined || call.result <= 0) continue;
    const stream = streams.get(Number(port)) ?? [];
    streams.set(Number(port), stream);
    stream.push(call);
  }
  return [...streams].flatMap(([port, stream]) => framesOf(port, stream));
}

function framesOf(port: number, stream: Call[]): WsFrame[] {
  const bytes = Buffer.concat(stream.map(({ data }) => data));
  if (!bytes.subarray(0, 12).equals(Buffer.from("HTTP/1.1 101"))) return [];
  if (stream.some(({ isCut }) => isCut)) throw new Error("strace has cut a frame");
  const frames: WsFrame[] = [];
  let offset = bytes.indexOf("\r\n\r\n") + 4;
  while (offset + 2 <= bytes.length) {
    const start = offset;
    const [first, second] = [bytes[offset]!, bytes[offset + 1]!];
    if ((first & 0x70) !== 0) throw new Error("a frame is compressed: it cannot be read");
    let length = second & 0x7f;
    offset += 2;
    if (length === 126) [length, offset] = [bytes.readUInt16BE(offset), offset + 2];
    else if (length === 127) [length, offset] = [Number(bytes.readBigUInt64BE(offset)), offset + 8];
    const text = bytes.subarray(offset, offset + length).toString();
    offset += length;
    const { begin, at } = callAt(stream, start);
    if ((first & 0x0f) === 1) frames.push({ port, text, line: begin, at });
  }
  return frames;
}

function callAt(stream: Call[], offset: number): Call {
  let passed = 0;
  for (const call of stream) {
    passed += call.data.length;
    if (offset < passed) return call;
  }
  throw new Error("beyond the stream");
}
