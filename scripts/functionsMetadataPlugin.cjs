"use strict";

// Writes functions.json, functions.zh-CN.json and help.html from the formula values, so that what Excel is told
// of a function, what a reader is told and what the function does come from one place.
const { execFileSync } = require("node:child_process");
const path = require("node:path");
const { helpPage } = require("./helpPage.cjs");

// In a process of its own: what webpack keeps between builds must not hang on files that are loaded here.
const TSX = require.resolve("tsx/cli");
const PRINT = path.join(__dirname, "printFunctionsMetadata.ts");

class FunctionsMetadataPlugin {
  /** `baseUrl`: the address below which the files are served. */
  constructor(baseUrl) {
    this.baseUrl = baseUrl;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("FunctionsMetadata", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "FunctionsMetadata", stage }, () => {
        const told = execFileSync(process.execPath, [TSX, PRINT, this.baseUrl]);
        const { chinese, english, help } = JSON.parse(told);
        const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
        const files = {
          "functions.json": json(english),
          "functions.zh-CN.json": json(chinese),
          "help.html": helpPage(chinese, english, help),
        };
        for (const [name, text] of Object.entries(files)) {
          compilation.emitAsset(name, new sources.RawSource(text));
        }
      });
    });
  }
}

module.exports = { FunctionsMetadataPlugin };
