// Draws the seamless grain tiles that swatches wear: `node scripts/draw-textures.mjs`.
import sharp from "sharp";

const side = 128;
let state = 20260110;

await draw("fine", emboss(blur(noise(), 1), 2.2), 0.42);
await draw("wrinkle", emboss(ridges(blur(noise(), 3)), 4.5), 0.7);
await draw("hammertone", emboss(dimples(150), 4), 0.6);
await draw("vein", veins(blur(noise(), 5)), 0.85);
await draw("metallic", flakes(1500), 0.95);

/** White where the tile catches light, black where it falls in shade, the strength in the alpha. */
async function draw(name, light, strength) {
  const pixels = Buffer.alloc(side * side * 4);
  light.forEach((value, i) => {
    pixels.fill(value > 0 ? 255 : 0, i * 4, i * 4 + 3);
    pixels[i * 4 + 3] = Math.round(Math.min(1, Math.abs(value)) * strength * 255);
  });
  await sharp(pixels, { raw: { width: side, height: side, channels: 4 } })
    .png({ palette: true, colours: 10, effort: 10 })
    .toFile(new URL(`../components/ui/textures/${name}.png`, import.meta.url).pathname);
}

function random() {
  state = (state * 1664525 + 1013904223) >>> 0;
  return state / 2 ** 32;
}

function noise() {
  return Float64Array.from({ length: side * side }, () => random() - 0.5);
}

/** Gaussian blur that wraps at the edges, stretched back to −1…1. */
function blur(field, sigma) {
  const reach = Math.ceil(sigma * 3);
  const weights = Array.from({ length: reach * 2 + 1 }, (_, i) =>
    Math.exp(-((i - reach) ** 2) / (2 * sigma ** 2)),
  );
  let out = field;
  for (const [dx, dy] of [
    [1, 0],
    [0, 1],
  ]) {
    out = map((x, y) =>
      weights.reduce((sum, w, i) => sum + w * at(out, x + dx * (i - reach), y + dy * (i - reach)), 0),
    );
  }
  const peak = Math.sqrt(out.reduce((sum, v) => sum + v * v, 0) / out.length) * 2.5;
  return out.map((v) => v / peak);
}

function ridges(field) {
  return field.map((v) => Math.sqrt(Math.abs(v)));
}

function dimples(count) {
  const points = Array.from({ length: count }, () => [random() * side, random() * side]);
  return map((x, y) => {
    const near = Math.min(...points.map((p) => Math.hypot(around(x - p[0]), around(y - p[1]))));
    return Math.min(1, near / 8) ** 2;
  });
}

function veins(field) {
  return field.map((v) => {
    const line = Math.max(0, 1 - Math.abs(v) * 7);
    return line > 0.05 ? line : -0.06;
  });
}

function flakes(count) {
  const out = new Float64Array(side * side);
  for (let i = 0; i < count; i++) out[Math.floor(random() * out.length)] = (random() - 0.28) * 1.1;
  return out;
}

/** Light from the upper left over a height field. */
function emboss(height, gain) {
  return map((x, y) => (at(height, x, y) - at(height, x - 1, y - 1)) * gain * 0.5);
}

function map(value) {
  return Float64Array.from({ length: side * side }, (_, i) => value(i % side, Math.floor(i / side)));
}

function at(field, x, y) {
  return field[((y + side) % side) * side + ((x + side) % side)];
}

function around(d) {
  const wrapped = ((d % side) + side) % side;
  return Math.min(wrapped, side - wrapped);
}
