import { readFileSync } from "node:fs";
import path from "node:path";
import type Axe from "axe-core";
import type { Frame, Page } from "playwright-core";

const AXE = readFileSync(path.resolve("node_modules/axe-core/axe.min.js"), "utf8");

/**
 * What axe objects to in a page or frame as it stands, each with the markup concerned. Of what stands there by the
 * thousand all but the first may be left out by a selector: axe takes minutes for it.
 */
export async function axeProblems(page: Page | Frame, but?: string): Promise<string[]> {
  await page.evaluate(AXE);
  // A button that has just been pressed is between two colours for a tenth of a second.
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation instanceof CSSTransition)
        .map(({ finished }) => finished),
    ).then(() => undefined),
  );
  const { violations } = await page.evaluate(
    (exclude) =>
      // The script that was run above has put axe on the page.
      (globalThis as unknown as { axe: typeof Axe }).axe.run(
        exclude === undefined ? document : { exclude },
        // Nobody looks at what is right: describing it took longer than finding out.
        { resultTypes: ["violations"], selectors: false },
      ),
    but,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
