/** The parts of an address as a page is given them, as URLSearchParams: repeated keys stay repeated. */
export function addressParams(parts: Record<string, string | string[] | undefined>): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(parts)) {
    for (const one of [value ?? []].flat()) params.append(key, one);
  }
  return params;
}
