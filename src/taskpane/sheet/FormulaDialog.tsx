import { Field, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { columnLetters, formatAddress } from "../../grid";
import { FORMULA_COLUMNS, type FormulaColumnKind } from "../../views";
import type { FormulasOffered } from "../../tasks";
import {
  inBrackets,
  sayFormulaColumn,
  sayFormulaHeading,
  sayFormulaLack,
  sayFormulaPlace,
  sheetActionWords,
} from "../../wording";
import { useWordsOf } from "../common/language";
import { PreviewDialog } from "./PreviewDialog";

const FORMULAS_SHOWN = 3;

const useStyles = makeStyles({
  place: { margin: 0 },
  list: { margin: 0, paddingInlineStart: "18px" },
  formula: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
  },
});

interface FormulaDialogProps {
  readonly offered: FormulasOffered;
  readonly onInsert: (kind: FormulaColumnKind) => void;
  readonly onClose: () => void;
}

/** Which column of formulas, where it is inserted, and how its first rows read. */
export function FormulaDialog({ offered, onInsert, onClose }: FormulaDialogProps) {
  const styles = useStyles();
  const { language, words } = useWordsOf(sheetActionWords);
  const possible = FORMULA_COLUMNS.filter((kind) => offered.columns[kind].kind === "formulas");
  const [kind, setKind] = useState<FormulaColumnKind | null>(possible[0] ?? null);
  const column = kind === null ? null : offered.columns[kind];
  const rows = column?.kind === "formulas" ? column.rows : [];
  return (
    <PreviewDialog
      title={words.insertFormula}
      confirm={words.insert}
      canConfirm={rows.length > 0}
      onConfirm={() => {
        if (kind !== null) onInsert(kind);
      }}
      onClose={onClose}
    >
      <Field label={words.whichFormula}>
        <RadioGroup
          value={kind ?? ""}
          onChange={(_, { value }) => setKind(possible.find((one) => one === value) ?? null)}
        >
          {FORMULA_COLUMNS.map((one) => {
            const found = offered.columns[one];
            const label = sayFormulaColumn(one, language);
            return (
              <Radio
                key={one}
                value={one}
                disabled={found.kind === "lacks"}
                label={
                  found.kind === "lacks"
                    ? `${label}${inBrackets(sayFormulaLack(found.lack, language), language)}`
                    : label
                }
              />
            );
          })}
        </RadioGroup>
      </Field>
      {kind === null ? null : (
        <>
          <p className={styles.place}>
            {sayFormulaPlace(columnLetters(offered.column), rows.length, language)}
          </p>
          <ul className={styles.list} aria-label={words.firstRows}>
            <li>
              {formatAddress({ row: offered.headerRow, column: offered.column })}:{" "}
              {sayFormulaHeading(kind)}
            </li>
            {rows.slice(0, FORMULAS_SHOWN).map(({ row, formula }) => (
              <li key={row}>
                {formatAddress({ row, column: offered.column })}:{" "}
                <code className={styles.formula}>{formula}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </PreviewDialog>
  );
}
