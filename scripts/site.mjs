// Puts the site together in target/site: names by content, the shell, the service worker, and what compresses well
// also in brotli. Called by scripts/site.sh; takes the mode and the folder in which wasm-bindgen has left its output.

import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [mode, bound] = process.argv.slice(2);
const site = "target/site";
const source = "frontend/public";
// Which files of pkg belong to which build; next to the site, so that it is not served.
const ledger = "target/site-builds.json";

const files = [];

function hash(bytes) {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

function write(path, bytes) {
  const to = join(site, path);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, bytes);
  files.push(path);
}

/** Writes a file under a name that tells its content; answers with its address. */
function writeHashed(name, bytes) {
  const dot = name.lastIndexOf(".");
  const path = `pkg/${name.slice(0, dot)}.${hash(bytes)}${name.slice(dot)}`;
  write(path, bytes);
  return `/${path}`;
}

/** Every file under a folder, as paths with "/" relative to it. */
function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

/** The sheets that main.css imports, in its order, in one text. A sheet that does not exist stops the build. */
function bundledCss() {
  const main = readFileSync("style/main.css", "utf8");
  const rest = main.replace(/@import\s+"[^"]+"\s*;/g, "").replace(/\/\*[\s\S]*?\*\//g, "").trim();
  if (rest) throw new Error("style/main.css holds more than @import lines");
  const sheets = [...main.matchAll(/@import\s+"([^"]+)"\s*;/g)].map(([, path]) => path);
  return sheets.map((path) => slim(readFileSync(join("style", path), "utf8"))).join("\n");
}

/** Without comments and indentation: what is left compresses as well as minified text. */
function slim(css) {
  return css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s+/gm, "").trim();
}

function template(name, values) {
  const text = readFileSync(join(source, name), "utf8");
  return text.replace(/\{\{(\w+)\}\}/g, (_, key) => {
    if (!(key in values)) throw new Error(`${name} asks for ${key}`);
    return values[key];
  });
}

/** Glue and snippets of wasm-bindgen. Snippets are named by content already, and the glue imports them by place. */
function writeProgram() {
  const wasm = writeHashed("richiamo.wasm", readFileSync(join(bound, "richiamo_bg.wasm")));
  const js = writeHashed("richiamo.js", readFileSync(join(bound, "richiamo.js")));
  for (const path of walk(join(bound, "snippets"))) {
    write(`pkg/snippets/${path}`, readFileSync(join(bound, "snippets", path)));
  }
  return { js, wasm };
}

function writeShell(program) {
  const css = writeHashed("richiamo.css", bundledCss());
  const bootCss = writeHashed("boot.css", slim(readFileSync(join(source, "boot.css"), "utf8")));
  const boot = writeHashed("boot.js", template("boot.js", program));
  const values = { ...program, css, boot, boot_css: bootCss };
  for (const page of ["index.html", "offline.html"]) write(page, template(page, values));
  const templates = new Set(["index.html", "offline.html", "boot.js", "boot.css", "sw.js"]);
  for (const path of walk(source).filter((path) => !templates.has(path))) {
    write(path, readFileSync(join(source, path)));
  }
  write("assets.json", JSON.stringify({ js: program.js, wasm: program.wasm, css }));
}

function writeWorker() {
  const cached = files.filter((path) => path !== "assets.json").sort();
  const build = hash(cached.map((path) => hash(readFileSync(join(site, path)))).join());
  const list = JSON.stringify(cached.map((path) => `/${path}`), null, 2);
  write("sw.js", template("sw.js", { build, files: list }));
  return build;
}

/**
 * Drops what belongs neither to this build nor to the one before: pages that are open still run that one. A release and a
 * trial do not follow each other: a release would carry the ten times larger program of the trial.
 */
function dropOlder(build) {
  const builds = existsSync(ledger) ? JSON.parse(readFileSync(ledger, "utf8")) : [];
  const before = builds.filter((entry) => entry.mode === mode && entry.build !== build)[0];
  const kept = [{ mode, build, pkg: files.filter((path) => path.startsWith("pkg/")) }, ...(before ? [before] : [])];
  const keep = new Set([...files, ...kept.flatMap((entry) => entry.pkg)]);
  for (const path of walk(site)) {
    if (!keep.has(path.replace(/\.br$/, ""))) rmSync(join(site, path));
  }
  writeFileSync(ledger, JSON.stringify(kept));
}

/**
 * Brotli next to each file that compresses. Quickly for trials, where a program of 10 MB is better sent small than well; as
 * small as can be for a release.
 */
function compress() {
  const quality = mode === "release" ? 11 : 1;
  const sizes = new Map();
  for (const path of files.filter((path) => /\.(?:js|wasm|css|html|svg|webmanifest|json)$/.test(path))) {
    const bytes = readFileSync(join(site, path));
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    const compressed = brotliCompressSync(bytes, { params });
    writeFileSync(join(site, `${path}.br`), compressed);
    sizes.set(path, compressed.length);
  }
  return sizes;
}

function report(sizes) {
  const total = (kind) => [...sizes].filter(([path]) => path.endsWith(kind)).reduce((sum, [, size]) => sum + size, 0);
  const rows = [["wasm", ".wasm"], ["js", ".js"], ["css", ".css"], ["html", "index.html"]];
  const first = rows.map(([name, kind]) => [name, total(kind) - (kind === ".js" ? sizes.get("sw.js") : 0)]);
  for (const [name, size] of first) console.log(`site: ${name.padEnd(5)}${String(size).padStart(8)} bytes in brotli`);
  console.log(`site: first ${String(first.reduce((sum, [, size]) => sum + size, 0)).padStart(7)} bytes in brotli`);
}

writeShell(writeProgram());
const build = writeWorker();
dropOlder(build);
const sizes = compress();
if (mode === "release") report(sizes);
console.log(`site: build ${build} in ${relative(".", site)} (${files.length} files)`);
