import fc from "fast-check";
import { expect, it } from "vitest";
import { byProduct, byText } from "./departments/compare";
import { departments } from "./departments/random";

it("the product says of random departments what the text of the policy says", () => {
  fc.assert(
    fc.property(departments, (department) => {
      const expected = byText(department);
      if (expected !== null) expect(byProduct(department)).toEqual(expected);
    }),
    { seed: 14, numRuns: 100 },
  );
});
