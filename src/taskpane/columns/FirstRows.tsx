import { makeStyles, tokens } from "@fluentui/react-components";
import { columnLetters } from "../../grid";
import type { ColumnData } from "../../tasks";
import { mappingWords, sayUse, sayWhy } from "../../wording";
import { useWordsOf } from "../common/language";

const useStyles = makeStyles({
  frame: { flexShrink: 0, overflowX: "auto", border: `1px solid ${tokens.colorNeutralStroke2}` },
  table: {
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    "& th, & td": {
      padding: "3px 6px",
      textAlign: "start",
      verticalAlign: "top",
      whiteSpace: "nowrap",
      borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  use: { fontWeight: tokens.fontWeightSemibold },
  why: { display: "block", color: tokens.colorNeutralForeground2, fontWeight: "normal" },
  heading: { backgroundColor: tokens.colorNeutralBackground3 },
  cell: { maxWidth: "120px", overflow: "hidden", textOverflow: "ellipsis" },
});

/** The first rows of a sheet as they stand, and above them what each column is taken for and why. */
export function FirstRows({ data }: { readonly data: ColumnData }) {
  const styles = useStyles();
  const { language, words } = useWordsOf(mappingWords);
  const { headerRow, firstRows } = data;
  const columns = data.columns.slice(0, firstRows[0]?.cells.length ?? 0);
  return (
    <div className={styles.frame} role="group" aria-label={words.firstRows} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {columns.map(({ column, use, why, word }) => (
              <th key={column} scope="col" className={styles.use}>
                {columnLetters(column)} → {use === null ? words.unknown : sayUse(use, language)}
                {why === null ? null : (
                  <span className={styles.why}>{sayWhy(why, language, word)}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {firstRows.map(({ row, cells }) => (
            <tr key={row} className={row <= headerRow ? styles.heading : undefined}>
              <th scope="row">{row + 1}</th>
              {cells.map((text, at) => (
                <td key={columns[at]?.column} className={styles.cell}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
