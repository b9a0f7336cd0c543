/** Whether a colour of the Lab given may be called by a base colour's name. Wide on purpose: only plain contradictions fail. */
export function mayBeCalled(base: string, [l, a, b]: readonly [number, number, number]): boolean {
  const chroma = Math.hypot(a, b);
  const hue = ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  const within = (from: number, to: number) =>
    from <= to ? hue >= from && hue <= to : hue >= from || hue <= to;
  switch (base) {
    case "black":
      return l < 34 && chroma < 14;
    case "white":
      return l > 78 && chroma < 20;
    case "grey":
      return chroma < 16 && l > 18 && l < 92;
    case "silver":
      return chroma < 12 && l > 42;
    case "red":
      return chroma > 12 && within(330, 52);
    case "orange":
      return chroma > 30 && within(30, 80);
    case "yellow":
      return chroma > 18 && within(60, 118);
    case "gold":
    case "bronze":
    case "copper":
      return within(15, 115);
    case "beige":
      return l > 45 && chroma < 48 && within(35, 120);
    case "brown":
      return l < 66 && within(0, 110);
    case "green":
      return chroma > 2 && within(88, 215);
    case "teal":
      return within(150, 260);
    case "blue":
      return chroma > 2 && within(195, 320);
    case "violet":
      return within(270, 30);
    case "pink":
      return chroma > 8 && within(310, 50);
    default:
      return true;
  }
}

/** CIE Lab of an sRGB colour (#rrggbb), near enough for naming it. */
export function labOfHex(hex: string): [number, number, number] {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
