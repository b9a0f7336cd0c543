import { useSearchParams } from "next/navigation";
import type { ProofVersionView } from "@/lib/approvals/proof-view";

/** Which version is looked at, and which beside it; held in the address, so that it can be sent to somebody. */
export function useShownVersion(versions: readonly ProofVersionView[]) {
  const params = useSearchParams();
  const find = (name: string) => versions.find((one) => one.number === Number(params.get(name)));
  const shown = find("version") ?? versions[0];
  const beside = find("with");
  const write = (version: number | undefined, other?: number) => {
    const next = new URLSearchParams();
    if (version && version !== versions[0]?.number) next.set("version", String(version));
    if (other) next.set("with", String(other));
    const query = next.toString();
    window.history.replaceState(null, "", query ? `?${query}` : window.location.pathname);
  };
  const show = (number: number) => {
    const other = beside && beside.number !== number ? beside : undefined;
    write(number, beside && (other?.number ?? neighbour(number)));
  };
  const neighbour = (number: number) =>
    (versions.find((one) => one.number < number) ?? versions.findLast((one) => one.number > number))?.number;
  const compare = () => shown && write(shown.number, beside ? undefined : neighbour(shown.number));
  return {
    shown,
    beside: beside && beside.number !== shown?.number ? beside : undefined,
    show,
    compare,
    compareWith: (number: number) => write(shown?.number, number),
  };
}
