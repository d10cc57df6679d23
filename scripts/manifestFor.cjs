"use strict";

// manifest.xml is written for https://localhost:3000/ and the released add-in; this makes it fit a build.
const { defaultBaseUrl } = require("./buildOptions.cjs");

const released = { id: "5f1b7f0a-6c1e-4f0e-9a53-2d2c8a3e71c4", namespace: "CS" };
// Excel cannot hold one add-in twice, sideloaded and deployed, nor one namespace twice.
const development = { id: "c3a7e4d2-90b1-4b7c-8f26-6b1d5e0f9a18", namespace: "CSDEV" };

function manifestFor(xml, options) {
  const placed = xml.replaceAll(defaultBaseUrl, escapeXml(options.baseUrl));
  if (!options.development) return placed;
  return placed
    .replace(`<Id>${released.id}</Id>`, `<Id>${development.id}</Id>`)
    .replace(
      `id="Functions.Namespace" DefaultValue="${released.namespace}"`,
      `id="Functions.Namespace" DefaultValue="${development.namespace}"`,
    );
}

function escapeXml(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

module.exports = { development, manifestFor, released };
