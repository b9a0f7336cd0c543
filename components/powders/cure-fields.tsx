import type { UnitSystem } from "@/db/vocabulary";
import { temperatureUnit } from "@/lib/measures/format-temperature";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";

type Point = { degrees: string; minutes: string };
type CureFieldsProps = {
  points: readonly Point[];
  onChange: (points: Point[]) => void;
  units: UnitSystem;
  error?: string;
};

/** A cure schedule, point by point: so many minutes with the metal at a temperature. */
export function CureFields({ points, onChange, units, error }: CureFieldsProps) {
  const change = (at: number, changed: Partial<Point>) =>
    onChange(points.map((one, index) => (index === at ? { ...one, ...changed } : one)));
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 font-medium">
        Cure schedule <span className="font-normal text-ink-faint">at metal temperature</span>
      </legend>
      {points.map((point, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in the schedule
        <div key={at} className="flex items-center gap-2">
          <Input
            aria-label={`Minutes of point ${at + 1}`}
            value={point.minutes}
            inputMode="decimal"
            suffix="min"
            onChange={(event) => change(at, { minutes: event.target.value })}
            className="w-28"
          />
          at
          <Input
            aria-label={`Temperature of point ${at + 1}`}
            value={point.degrees}
            inputMode="decimal"
            suffix={temperatureUnit[units]}
            onChange={(event) => change(at, { degrees: event.target.value })}
            className="w-28"
          />
          <IconButton
            label={`Take point ${at + 1} away`}
            onClick={() => onChange(points.filter((_, index) => index !== at))}
          >
            <Icon name="x" size={14} />
          </IconButton>
        </div>
      ))}
      {error && <p className="text-xs text-late-ink">{error}</p>}
      {points.length < 12 && (
        <Button
          size="sm"
          variant="quiet"
          className="justify-self-start"
          icon={<Icon name="plus" size={14} />}
          onClick={() => onChange([...points, { degrees: "", minutes: "" }])}
        >
          {points.length === 0 ? "Add a time and temperature" : "Another point"}
        </Button>
      )}
    </fieldset>
  );
}
