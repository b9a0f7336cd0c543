import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

const { document, mostMemoryBytes, longSidePx } = workerData;
const require = createRequire(`${process.cwd()}/package.json`);
const { PDFiumLibrary } = require("@hyzyla/pdfium");
const compiled = await WebAssembly.compile(readFileSync(require.resolve("@hyzyla/pdfium/pdfium.wasm")));

/** PDFium asks for memory as a document wants it; a document that wants more than this gets none. */
function instantiateWasm(imports, done) {
  const grow = imports.env.emscripten_resize_heap;
  imports.env.emscripten_resize_heap = (bytes) => (bytes >>> 0 > mostMemoryBytes ? 0 : grow(bytes));
  const instance = new WebAssembly.Instance(compiled, imports);
  done(instance, compiled);
  return instance.exports;
}

const library = await PDFiumLibrary.init({ instantiateWasm });
const pdf = await library.loadDocument(document).catch((error) => refuse(error.message));
const of = pdf?.getPageCount() ?? 0;

async function draw(number) {
  const page = pdf.getPage(number - 1);
  const { originalWidth: wide, originalHeight: high } = page.getOriginalSize();
  if (!(wide > 0 && high > 0)) return refuse("page");
  const scale = longSidePx / Math.max(wide, high);
  const size = {
    width: Math.max(1, Math.round(wide * scale)),
    height: Math.max(1, Math.round(high * scale)),
  };
  const { data, width, height } = await page.render({ ...size, scale: 1, renderFormFields: true });
  parentPort.postMessage({ number, of, data, width, height }, [data.buffer]);
}

function refuse(reason) {
  parentPort.postMessage({ refused: /password/i.test(reason) ? "password" : "broken" });
}

parentPort.on("message", (number) => {
  draw(number).catch(() => refuse("failed"));
});
if (of > 0) parentPort.postMessage({ of });
else if (pdf) refuse("no pages");
