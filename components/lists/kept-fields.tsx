/** Parts of the address that a filter form does not show and must not lose. */
export function KeptFields({ params, names }: { params: URLSearchParams; names: readonly string[] }) {
  return names.flatMap((name) =>
    params
      .getAll(name)
      .map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
  );
}
