import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { EditIssue, Edited, PolicyValues } from "../../../policy";
import type { PolicyEditing } from "../../../tasks";
import { sayEditProblem, policyValuesWords } from "../../../wording";
import type { FieldGroup } from "./groups";
import type { ValuesStore } from "./valuesStore";
import { useWordsOf } from "../../common/language";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
  refused: { margin: 0, color: tokens.colorPaletteRedForeground1 },
});

type Change = (values: PolicyValues, editing: PolicyEditing) => Edited<PolicyValues>;

interface Action {
  readonly label: string;
  readonly change: Change;
  /** The group that is unfolded afterwards, where it is another one; null where it is gone. */
  readonly leadsTo?: string | null;
}

interface GroupActionsProps {
  readonly store: ValuesStore;
  readonly group: FieldGroup;
  readonly values: PolicyValues;
  readonly issues: readonly EditIssue[];
}

/** What may be done to a level, tier, band, rule or step as a whole. */
export function GroupActions({ store, group, values, issues }: GroupActionsProps) {
  const styles = useStyles();
  const { language } = useWordsOf(policyValuesWords);
  const [refused, setRefused] = useState<readonly EditIssue[]>([]);
  const actions = useActions(group, values, issues);
  if (actions.length === 0) return null;
  return (
    <>
      <div className={styles.buttons}>
        {actions.map(({ label, change, leadsTo }) => (
          <Button
            key={label}
            size="small"
            onClick={({ currentTarget }) => {
              const section = currentTarget.closest("[data-section]");
              const found = store.reshape(change);
              setRefused(found);
              if (found.length > 0 || leadsTo === undefined) return;
              store.replaceGroup(group.id, leadsTo);
              // The button goes with its group: the keyboard goes on from the section.
              if (leadsTo === null) section?.querySelector("button")?.focus();
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      {refused.length === 0 ? null : (
        <p className={styles.refused} role="alert">
          {refused.map(({ problem }) => sayEditProblem(problem, language)).join(" ")}
        </p>
      )}
    </>
  );
}

function useActions(
  { subject, steps, fields }: FieldGroup,
  values: PolicyValues,
  issues: readonly EditIssue[],
): readonly Action[] {
  const { words } = useWordsOf(policyValuesWords);
  const numbers = steps.filter((step) => typeof step === "number");
  const [at = -1, place = -1] = numbers;
  switch (subject.kind) {
    case "level": {
      const level = values.levels[at];
      if (level === undefined) return [];
      return [
        {
          label: words.removeLevel,
          change: (draft, { removeLevel }) => removeLevel(draft, level.id),
          leadsTo: null,
        },
      ];
    }
    case "tier": {
      const { tier } = subject;
      const worst = values.score.bands.length;
      const isAtOdds = (name: "bandFrom" | "bandTo"): boolean =>
        issues.some(
          ({ path, problem }) =>
            path === fields.find((field) => field.name === name)?.path &&
            problem.code === "lint" &&
            (problem.result.check === "PC03" || problem.result.check === "PC04"),
        );
      const band = values.score.bands[at];
      const from = band !== undefined && "points" in band.from ? band.from : null;
      const to = band !== undefined && "points" in band.to ? band.to : null;
      return [
        ...(from !== null && tier < worst && isAtOdds("bandFrom")
          ? [limit(words.meetBelow, tier, from.points, from.inclusive)]
          : []),
        ...(to !== null && tier > 1 && isAtOdds("bandTo")
          ? [limit(words.meetAbove, tier - 1, to.points, !to.inclusive)]
          : []),
        ...(tier > 1 ? [removal(words.removeTierBetter, tier, "better")] : []),
        ...(tier < worst ? [removal(words.removeTierWorse, tier, "worse")] : []),
      ];
    }
    case "commission":
      return [
        {
          label: words.removeBand,
          change: (draft, { removeCommissionBand }) => removeCommissionBand(draft, at),
          leadsTo: null,
        },
      ];
    case "rule": {
      const rule = values.promotion.rules[at];
      if (rule === undefined) return [];
      return [
        {
          label: words.removeRule,
          change: (draft, { removeRule }) => removeRule(draft, rule.level),
          leadsTo: null,
        },
      ];
    }
    case "step": {
      const path = values.promotion.paths[at];
      if (path === undefined) return [];
      const move = (label: string, to: number): Action => ({
        label,
        change: (draft, { moveStep }) => moveStep(draft, path, place, to),
        leadsTo: [...steps.slice(0, -1), to].join("."),
      });
      return [
        ...(place > 0 ? [move(words.moveUp, place - 1)] : []),
        ...(place < path.steps.length - 1 ? [move(words.moveDown, place + 1)] : []),
        {
          label: words.removeStep,
          change: (draft, { removeStep }) => removeStep(draft, path, place),
          leadsTo: null,
        },
      ];
    }
    case "policy":
    case "path":
    case "heading":
      return [];
  }
}

/** The limit between a tier and the next worse one, for both. */
function limit(label: string, better: number, points: number, inBetter: boolean): Action {
  return {
    label,
    change: (draft, { setTierLimit }) =>
      setTierLimit(draft, better, { points: String(points), inBetter }),
  };
}

function removal(label: string, tier: number, into: "better" | "worse"): Action {
  return {
    label,
    change: (draft, { removeScoreTier }) => removeScoreTier(draft, tier, into),
    leadsTo: null,
  };
}
