import { makeStyles, tokens } from "@fluentui/react-components";
import { PAY_COMPONENTS, type PayMonth } from "../../views";
import { formatYuan } from "../../units";
import { payPageWords, sayPayByReading, sayPayColumn } from "../../wording";
import { useWordsOf } from "../common/language";
import { useSectionStyles } from "../common/section";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", gap: "12px", padding: "0 10px 12px" },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    "& th": {
      textAlign: "start",
      fontWeight: tokens.fontWeightRegular,
      color: tokens.colorNeutralForeground2,
    },
    "& th, & td": { padding: "3px 0", borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
    "& thead th": { borderTop: "none", fontSize: tokens.fontSizeBase200 },
    "& thead th + th": { textAlign: "end" },
  },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, paddingInlineStart: "18px", overflowWrap: "anywhere" },
});

/** The month's sums: by component, by level, and what undecided readings would move. */
export function PayTotals({ pay }: { readonly pay: PayMonth }) {
  const styles = useStyles();
  const section = useSectionStyles();
  const { language, words } = useWordsOf(payPageWords);
  const { totals, levels, readings, finesNetted } = pay;
  const { number } = styles;
  return (
    <section className={section.card} aria-labelledby="pay-totals">
      <h2 id="pay-totals" className={section.title}>
        {words.totals}
      </h2>
      <div className={styles.content}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.component}</th>
              <th scope="col" className={number}>
                {words.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {PAY_COMPONENTS.map((component) => (
              <tr key={component} data-total={component}>
                <th scope="row">{sayPayColumn(component, language)}</th>
                <td className={number}>{formatYuan(totals[component])}</td>
              </tr>
            ))}
            <tr data-total="fines">
              <th scope="row">{words.fines}</th>
              <td className={number}>{formatYuan(totals.fines)}</td>
            </tr>
            {finesNetted ? (
              <tr data-total="net">
                <th scope="row">{words.net}</th>
                <td className={number}>{formatYuan(totals.net)}</td>
              </tr>
            ) : null}
          </tbody>
        </table>
        {levels.length === 0 ? null : (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.level}</th>
                <th scope="col" className={number}>
                  {words.people}
                </th>
                <th scope="col" className={number}>
                  {sayPayColumn("gross", language)}
                </th>
              </tr>
            </thead>
            <tbody>
              {levels.map((each) => (
                <tr key={each.level.id} data-level={each.level.id}>
                  <th scope="row">{each.level.name[language]}</th>
                  <td className={number}>{each.totals.people}</td>
                  <td className={number}>{formatYuan(each.totals.gross)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <h3 className={styles.heading}>{words.byReading}</h3>
        {readings.length === 0 ? (
          <span>{words.noReadings}</span>
        ) : (
          <ul className={styles.list}>
            {readings.map((reading) => (
              <li key={reading.reading.id} data-reading={reading.reading.id}>
                {sayPayByReading(reading, language)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
