"use client";
import type { CoatSays } from "@/lib/jobs/coats";
import { coatWords } from "@/lib/jobs/coats";
import type { Habits, Recipe } from "@/lib/jobs/habits";
import { Swatch } from "../ui/swatch";

type IntakeHabitsProps = {
  habits: Habits;
  onRecipe: (recipe: Recipe) => void;
  onFinish: (coats: CoatSays[]) => void;
};

const chip =
  "inline-flex h-8 max-w-64 items-center gap-1.5 rounded-sm border bg-surface px-2 text-sm hover:border-line-strong hover:bg-raised pointer-coarse:h-11";

/** What this customer brought before: a part with its recipe, or a finish, in one tap. */
export function IntakeHabits({ habits, onRecipe, onFinish }: IntakeHabitsProps) {
  if (habits.recipes.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <div>
        <p className="mb-1 text-xs text-ink-faint">Brought before</p>
        <div className="flex flex-wrap gap-1.5">
          {habits.recipes.slice(0, 6).map((recipe) => (
            <button
              key={recipe.description}
              type="button"
              className={chip}
              data-tip={`As on ${recipe.jobNumber}: ${recipe.coats.map(coatWords).join(" + ") || "no finish"}`}
              onClick={() => onRecipe(recipe)}
            >
              <Swatch coats={recipe.coats} size="xs" isNamed />
              <span className="truncate">{recipe.description}</span>
            </button>
          ))}
        </div>
      </div>
      {habits.finishes.length > 0 && (
        <div>
          <p className="mb-1 text-xs text-ink-faint">Their finishes</p>
          <div className="flex flex-wrap gap-1.5">
            {habits.finishes.map(({ coats, jobNumber }) => (
              <button
                key={jobNumber + coats.map(coatWords).join()}
                type="button"
                className={chip}
                data-tip={`As on ${jobNumber}`}
                onClick={() => onFinish(coats)}
              >
                <Swatch coats={coats} size="xs" isNamed />
                <span className="truncate">{coats.map(coatWords).join(" + ")}</span>
              </button>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
