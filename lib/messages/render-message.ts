import { accentOf, type Brand } from "./brand";

export type MessageBody = {
  brand: Brand;
  paragraphs: string[];
  button?: { label: string; url: string };
  footnote?: string;
};

/** The same words twice: plain text, and HTML with nothing in it that was not escaped. */
export function renderMessage(body: MessageBody): { text: string; html: string } {
  return { text: asText(body), html: asHtml(body) };
}

function asText({ brand, paragraphs, button, footnote }: MessageBody): string {
  const from = [`— ${brand.shopName}`, brand.phone, brand.address].filter(Boolean).join("\n");
  return [...paragraphs, button && `${button.label}:\n${button.url}`, footnote, from]
    .filter(Boolean)
    .join("\n\n");
}

const font = "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
/** Mail programs that know dark take these; the others keep what stands on each element. */
const dark =
  ":root{color-scheme:light dark}@media(prefers-color-scheme:dark){.ground{background:#161513!important}.sheet{background:#211f1c!important;border-color:#3a3733!important}.ink{color:#efece6!important}.soft{color:#aaa49a!important}.logo{background:#ffffff!important;padding:6px 8px!important;border-radius:6px!important}}";

function asHtml(body: MessageBody): string {
  const { brand, paragraphs, footnote } = body;
  const told = paragraphs.map((one) => paragraph(one, "0 0 16px")).join("");
  const small = footnote ? paragraph(footnote, "24px 0 0", "soft") : "";
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escaped(brand.shopName)}</title><style>${dark}</style></head>`,
    '<body class="ground" style="margin:0;padding:0;background:#f6f4f0">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" class="ground" style="background:#f6f4f0">',
    '<tr><td align="center" style="padding:24px 12px">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px">',
    `<tr><td style="padding:0 4px 16px">${head(brand)}</td></tr>`,
    '<tr><td class="sheet" style="background:#ffffff;border:1px solid #e3dfd7;border-radius:10px;padding:28px 24px 24px">',
    told,
    action(body),
    small,
    "</td></tr>",
    `<tr><td style="padding:16px 4px 0">${foot(brand)}</td></tr>`,
    "</table></td></tr></table></body></html>",
  ].join("");
}

function head({ shopName, logoUrl }: Brand): string {
  if (!logoUrl) {
    return `<p class="ink" style="margin:0;font:600 18px/1.4 ${font};color:#1d1b18">${escaped(shopName)}</p>`;
  }
  return `<img class="logo" src="${escaped(logoUrl)}" alt="${escaped(shopName)}" style="display:block;max-width:280px;max-height:80px;border:0;font:600 18px/1.4 ${font};color:#56514a">`;
}

function action({ brand, button }: MessageBody): string {
  if (!button) return "";
  const { accent, onAccent } = accentOf(brand);
  const url = escaped(button.url);
  return [
    '<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0 16px"><tr>',
    `<td bgcolor="${accent}" style="border-radius:6px;background:${accent}"><a href="${url}" style="display:inline-block;padding:13px 22px;font:600 16px/1.3 ${font};color:${onAccent};text-decoration:none;border-radius:6px">${escaped(button.label)}</a></td>`,
    "</tr></table>",
    `<p class="soft" style="margin:0;font:13px/1.5 ${font};color:#56514a;word-break:break-all">Or open this address: ${url}</p>`,
  ].join("");
}

function foot({ shopName, phone, address }: Brand): string {
  const lines = [shopName, phone, address].filter(Boolean).map((one) => lineBreaks(escaped(one)));
  return `<p class="soft" style="margin:0;font:13px/1.6 ${font};color:#56514a">${lines.join("<br>")}</p>`;
}

function paragraph(text: string, margin: string, look: "ink" | "soft" = "ink"): string {
  const style =
    look === "ink" ? `font:16px/1.5 ${font};color:#1d1b18` : `font:13px/1.5 ${font};color:#56514a`;
  return `<p class="${look}" style="margin:${margin};${style}">${lineBreaks(escaped(text))}</p>`;
}

const lineBreaks = (html: string) => html.replaceAll("\n", "<br>");

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (one) => escapes[one] as string);
