"use client";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Icon } from "../ui/icon";
import { Popover } from "../ui/popover";
import { rememberColumns } from "./remember-columns";

type ColumnChoiceProps = {
  list: string;
  choices: readonly (readonly [id: string, name: string])[];
  shown: readonly string[];
};

/** Which columns show: in the address, so that a view can be shared, and remembered on this device. */
export function ColumnChoice({ list, choices, shown }: ColumnChoiceProps) {
  const router = useRouter();
  const path = usePathname();
  const params = useSearchParams();

  const choose = (id: string, isShown: boolean) => {
    const next = choices.map(([one]) => one).filter((one) => (one === id ? isShown : shown.includes(one)));
    if (next.length === 0) return;
    rememberColumns(list, next);
    const address = new URLSearchParams(params);
    address.set("columns", next.join("."));
    router.replace(`${path}?${address}`, { scroll: false });
  };

  return (
    <Popover
      label="Columns"
      align="end"
      trigger={
        <Button icon={<Icon name="columns-3" size={14} />} className="max-md:hidden">
          Columns
        </Button>
      }
    >
      <fieldset className="flex min-w-40 flex-col gap-1">
        <legend className="sr-only">Columns</legend>
        {choices.map(([id, name]) => (
          <Checkbox
            key={id}
            label={name}
            defaultChecked={shown.includes(id)}
            onChange={(event) => choose(id, event.target.checked)}
          />
        ))}
      </fieldset>
    </Popover>
  );
}
