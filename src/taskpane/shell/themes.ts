import {
  makeStaticStyles,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

/** Chinese faces of Windows, Mac and Linux after Office's own. */
const FONTS =
  '"Segoe UI", "Segoe UI Web (West European)", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

const light: Theme = { ...webLightTheme, fontFamilyBase: FONTS };
const dark: Theme = { ...webDarkTheme, fontFamilyBase: FONTS };

/** The page itself; web views hide scroll bars that are not asked for. */
export const usePageStyles = makeStaticStyles({
  html: { overflowY: "scroll" },
  body: { margin: 0 },
});

const DARK_QUERY = "(prefers-color-scheme: dark)";

function subscribeToScheme(listener: () => void): () => void {
  const query = window.matchMedia(DARK_QUERY);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Office's own theme where it tells, otherwise the system's. */
export function useTheme(officeIsDark: boolean | null): Theme {
  const systemIsDark = useSyncExternalStore(
    subscribeToScheme,
    () => window.matchMedia(DARK_QUERY).matches,
  );
  return (officeIsDark ?? systemIsDark) ? dark : light;
}
