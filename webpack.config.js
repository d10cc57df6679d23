"use strict";

// Builds the one page of the shared runtime. Options: see readBuildOptions in scripts/buildOptions.cjs.
const { spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const { existsSync, readFileSync } = require("node:fs");
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const { readBuildOptions } = require("./scripts/buildOptions.cjs");
const { FunctionsMetadataPlugin } = require("./scripts/functionsMetadataPlugin.cjs");
const { manifestFor } = require("./scripts/manifestFor.cjs");

/** The department's policy beside the page. */
const DEPARTMENT_POLICY = "policy.json";

/** A policy that the add-in would refuse is refused here: nobody's workbook shall find out. */
function checkPolicyFile(file) {
  const tsx = require.resolve("tsx/cli");
  const script = path.join(__dirname, "scripts", "checkPolicyFile.ts");
  const { status, stderr } = spawnSync(process.execPath, [tsx, script, file], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${file}\n${stderr}`);
}

/** Another text once one of the files has changed: what was kept then is of no use. */
function versionOf(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}

module.exports = (env = {}, argv = {}) => {
  const options = readBuildOptions(env);
  if (options.policy !== null) checkPolicyFile(options.policy);
  const development = options.development || argv.mode === "development";

  return {
    mode: development ? "development" : "production",
    devtool: development ? "source-map" : false,
    // Building again, as every browser test does, takes a fraction of the first time.
    cache: {
      type: "filesystem",
      cacheDirectory: path.join(__dirname, ".cache", "webpack"),
      version: versionOf(__filename, path.join(__dirname, "package-lock.json")),
    },
    context: __dirname,
    target: ["web", "es2022"],
    entry: {
      // One chunk, three doors: the functions associate themselves first, the ribbon commands next,
      // and the pane only fetches its own code (import()) when it is shown.
      functions: ["functions", "commands", "taskpane"].map((room) => `./src/${room}/index.ts`),
    },
    output: {
      path: path.join(__dirname, "dist"),
      // The manifest names functions.js; everything behind it is found through it and may be hashed.
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:6].js",
      assetModuleFilename: "[name].[contenthash:12][ext]",
      publicPath: "auto",
      clean: true,
    },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "ts-loader",
          // Types are checked by tsc, once, over the whole repository.
          options: { transpileOnly: true, compilerOptions: { noEmit: false } },
        },
        { test: /\.(png|svg)$/, type: "asset/resource" },
      ],
    },
    optimization: {
      splitChunks: { chunks: "async" },
      // The page is small already, and people look into it: keep its quotes.
      minimizeOptions: { html: false },
    },
    // A chunk that is fetched lazily may be large; what counts is the entry, and the bench measures it.
    performance: { hints: false },
    plugins: [
      new HtmlWebpackPlugin({
        filename: "taskpane.html",
        template: "assets/taskpane.html",
        templateParameters: {
          officeJs: options.officeJs,
          departmentPolicy: options.policy === null ? "" : DEPARTMENT_POLICY,
        },
        scriptLoading: "blocking",
        inject: "body",
        minify: false,
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.png" },
          ...(options.policy === null ? [] : [{ from: options.policy, to: DEPARTMENT_POLICY }]),
          {
            from: "manifest.xml",
            transform: (xml) => manifestFor(xml.toString("utf8"), options),
          },
        ],
      }),
      new FunctionsMetadataPlugin(options.baseUrl),
    ],
    devServer: {
      static: false,
      hot: false,
      host: "localhost",
      port: 3000,
      headers: { "Access-Control-Allow-Origin": "*" },
      client: { overlay: false },
      ...(existsSync(options.certificates.key)
        ? { server: { type: "https", options: options.certificates } }
        : {}),
    },
  };
};
