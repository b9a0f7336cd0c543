import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ShopChoices } from "@/lib/people/shop-choices";

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
      <Field label="Shop name" error={wrong("name")} isRequired>
        <Input name="name" autoComplete="organization" defaultValue={now.name} maxLength={100} />
      </Field>
      <Field label="Time zone" error={wrong("timeZone")}>
        <Select name="timeZone" defaultValue={now.timeZone}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Currency"
          error={wrong("currency")}
          hint={isCurrencyFixed ? "It stays, because prices are in it already." : undefined}
        >
          <Select name="currency" defaultValue={now.currency} disabled={isCurrencyFixed}>
            {choices.currencies.map(({ code, name }) => (
              <option key={code} value={code}>
                {code} · {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Units" error={wrong("units")}>
          <Select name="units" defaultValue={now.units}>
            <option value="imperial">Pounds, ft², mils</option>
            <option value="metric">Kilograms, m², µm</option>
          </Select>
        </Field>
      </div>
    </>
  );
}
