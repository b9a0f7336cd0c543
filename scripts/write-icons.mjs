/** Writes components/ui/icons.svg from the names in icon-names.ts. Run after adding one. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { iconNames } from "../components/ui/icon-names.ts";

const sheet = new URL("../components/ui/icons.svg", import.meta.url);

const attributes = ({ key: _, ...all }) =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join("");

/** Every icon as a symbol under its name; lines are given their look by whoever shows it. */
export async function drawIcons() {
  const symbols = await Promise.all(
    iconNames.map(async (name) => {
      const drawn = new URL(`../node_modules/lucide-react/dist/esm/icons/${name}.mjs`, import.meta.url);
      const { size, node } = (await import(drawn.href)).__iconData;
      const shapes = node.map(([shape, props]) => `<${shape}${attributes(props)}/>`).join("");
      return `<symbol id="${name}" viewBox="0 0 ${size} ${size}">${shapes}</symbol>\n`;
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">\n<!-- Lucide, ISC license, lucide.dev -->\n${symbols.join("")}</svg>\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(sheet, await drawIcons());
