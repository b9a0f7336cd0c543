export type MessageBody = {
  shopName: string;
  paragraphs: string[];
  button?: { label: string; url: string };
  footnote?: string;
};

/** The same words twice: plain text, and HTML with nothing in it that was not escaped. */
export function renderMessage({ shopName, paragraphs, button, footnote }: MessageBody): {
  text: string;
  html: string;
} {
  const text = [...paragraphs, button && `${button.label}:\n${button.url}`, footnote, `— ${shopName}`]
    .filter(Boolean)
    .join("\n\n");
  const ink = "color:#1d1b18;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif";
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(shopName)}</title></head><body style="margin:0;background:#f6f4f0"><div style="max-width:560px;margin:0 auto;padding:32px 24px;${ink}"><p style="margin:0 0 24px;font-weight:600">${escaped(shopName)}</p>${paragraphs
    .map((one) => `<p style="margin:0 0 16px">${escaped(one).replaceAll("\n", "<br>")}</p>`)
    .join("")}${
    button
      ? `<p style="margin:24px 0"><a href="${escaped(button.url)}" style="display:inline-block;background:#2f46c2;color:#fff;text-decoration:none;font-weight:600;padding:12px 20px;border-radius:6px">${escaped(button.label)}</a></p><p style="margin:0 0 16px;font-size:13px;color:#56514a">Or open this address: ${escaped(button.url)}</p>`
      : ""
  }${footnote ? `<p style="margin:24px 0 0;font-size:13px;color:#56514a">${escaped(footnote)}</p>` : ""}</div></body></html>`;
  return { text, html };
}

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (one) => escapes[one] as string);
