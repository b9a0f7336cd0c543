import { deflateSync } from "node:zlib";

/** A PDF of the given pages, each the operators that draw it; its own objects start at 3 + 2 × pages. */
export function pdfOf(
  pages: readonly string[],
  { box = "0 0 612 792", resources = "", more = [] }: Extra = {},
) {
  const kids = pages.map((_, at) => `${3 + at * 2} 0 R`).join(" ");
  const drawn = pages.flatMap((operators, at) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] /Contents ${4 + at * 2} 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> ${resources} >> >>`,
    stream(operators),
  ]);
  return pdfFile([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...drawn,
    ...more,
  ]);
}

type Extra = { box?: string; resources?: string; more?: readonly (string | Buffer)[] };

/** A compressed stream object. */
export function stream(content: string | Buffer, keys = ""): Buffer {
  const packed = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode ${keys} >>\nstream\n`),
    packed,
    Buffer.from("\nendstream"),
  ]);
}

/** Objects as a file: the first is the catalogue, numbered from 1. */
export function pdfFile(objects: readonly (string | Buffer)[], trailer = ""): Buffer {
  const chunks: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
  const places: number[] = [];
  let length = chunks[0]?.length ?? 0;
  const write = (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  objects.forEach((object, at) => {
    places.push(length);
    write(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]));
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const start = length;
  write(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
}
