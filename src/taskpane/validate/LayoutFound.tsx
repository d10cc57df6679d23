import { makeStyles, tokens } from "@fluentui/react-components";
import type { MonthReport } from "../../views";
import { sayLayout, sayOrder } from "../../wording";
import { Disclosure } from "../shared/Disclosure";
import { useWords } from "../shared/language";

const useStyles = makeStyles({
  found: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  order: { marginBottom: "2px" },
  reasons: { margin: 0, paddingInlineStart: "16px", lineHeight: tokens.lineHeightBase200 },
});

/** What the sheet spans, and folded below how it was understood. */
export function LayoutFound({ report }: { readonly report: MonthReport }) {
  const styles = useStyles();
  const { language, words } = useWords();
  const order = sayOrder(report.months, report.layout.order, language);
  return (
    <div className={styles.found}>
      {order === "" ? null : <div className={styles.order}>{order}</div>}
      <Disclosure title={words.howRead}>
        <ul className={styles.reasons}>
          {sayLayout(report.layout, language).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
