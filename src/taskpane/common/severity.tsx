import { ErrorCircleFilled, InfoFilled, WarningFilled } from "@fluentui/react-icons";
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Severity } from "../../findings";
import type { PaneWords } from "../../wording";

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

const icons = { error: ErrorCircleFilled, warning: WarningFilled, info: InfoFilled };

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: "16px" },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteMarigoldForeground1 },
  info: { color: tokens.colorBrandForeground1 },
});

/** The picture of a severity; the word stands beside it or names it. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const styles = useStyles();
  const Icon = icons[severity];
  return <Icon className={mergeClasses(styles.icon, styles[severity])} aria-hidden />;
}

export function severityWord(severity: Severity, words: PaneWords): string {
  return words[severity];
}
