import type { ShopChoices } from "@/lib/people/shop-choices";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

type ShopFieldsProps = {
  now: { name: string; timeZone: string; currency: string; units: string };
  choices: ShopChoices;
  wrong: (field: string) => string | undefined;
  isCurrencyFixed?: boolean;
};

/** What a shop is called and how it counts time, money, weight and area. */
export function ShopFields({ now, choices, wrong, isCurrencyFixed }: ShopFieldsProps) {
  const zones = choices.zones.includes(now.timeZone) ? choices.zones : [now.timeZone, ...choices.zones];
  return (
    <>
      <TextField
        label="Shop name"
        name="name"
        autoComplete="organization"
        defaultValue={now.name}
        wrong={wrong("name")}
      />
      <SelectField label="Time zone" name="timeZone" defaultValue={now.timeZone}>
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
      <div className="grid grid-cols-2 gap-4">
        <SelectField label="Currency" name="currency" defaultValue={now.currency} disabled={isCurrencyFixed}>
          {choices.currencies.map(({ code, name }) => (
            <option key={code} value={code}>
              {code} · {name}
            </option>
          ))}
        </SelectField>
        <SelectField label="Units" name="units" defaultValue={now.units}>
          <option value="imperial">Pounds, ft², mils</option>
          <option value="metric">Kilograms, m², µm</option>
        </SelectField>
      </div>
    </>
  );
}
