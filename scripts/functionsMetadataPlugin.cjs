"use strict";

// Writes functions.json and functions.zh-CN.json from the formula values, so that what Excel is told of a
// function and what the function does come from one place.
const { sources } = require("webpack");
const tsx = require("tsx/cjs/api");

const files = { "functions.json": "en", "functions.zh-CN.json": "zh" };

class FunctionsMetadataPlugin {
  constructor(formulas) {
    this.formulas = formulas;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("FunctionsMetadata", (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "FunctionsMetadata", stage }, () => {
        const { functionsMetadata } = tsx.require(this.formulas, __filename);
        for (const [file, language] of Object.entries(files)) {
          const text = `${JSON.stringify(functionsMetadata(language), null, 2)}\n`;
          compilation.emitAsset(file, new sources.RawSource(text));
        }
      });
    });
  }
}

module.exports = { FunctionsMetadataPlugin };
