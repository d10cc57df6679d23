"use strict";

// Writes functions.json, functions.zh-CN.json and help.html from the formula values, so that what Excel is told
// of a function, what a reader is told and what the function does come from one place.
const tsx = require("tsx/cjs/api");
const { helpPage } = require("./helpPage.cjs");

class FunctionsMetadataPlugin {
  constructor(formulas) {
    this.formulas = formulas;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("FunctionsMetadata", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "FunctionsMetadata", stage }, () => {
        const { functionsMetadata } = tsx.require(this.formulas, __filename);
        const chinese = functionsMetadata("zh");
        const english = functionsMetadata("en");
        const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
        const files = {
          "functions.json": json(english),
          "functions.zh-CN.json": json(chinese),
          "help.html": helpPage(chinese, english),
        };
        for (const [name, text] of Object.entries(files)) {
          compilation.emitAsset(name, new sources.RawSource(text));
        }
      });
    });
  }
}

module.exports = { FunctionsMetadataPlugin };
