// @ts-check
"use strict";

// manifest.xml is written for https://localhost:3000/ and the released add-in; this makes it fit a build: another
// base URL, and for development another Id, name and namespace.
const { defaultBaseUrl } = require("./buildOptions.cjs");

const released = { id: "5f1b7f0a-6c1e-4f0e-9a53-2d2c8a3e71c4", namespace: "CS" };
// Excel cannot hold one add-in twice, sideloaded and deployed, nor one namespace twice.
const development = { id: "c3a7e4d2-90b1-4b7c-8f26-6b1d5e0f9a18", namespace: "CSDEV" };

/**
 * @param {string} xml
 * @param {{ readonly baseUrl: string; readonly development: boolean }} options
 */
function manifestFor(xml, options) {
  const placed = xml.replaceAll(defaultBaseUrl, escapeXml(options.baseUrl));
  if (!options.development) return placed;
  /** @type {readonly (readonly [from: string, to: string])[]} */
  const changes = [
    [`<Id>${released.id}</Id>`, `<Id>${development.id}</Id>`],
    [
      `id="Functions.Namespace" DefaultValue="${released.namespace}"`,
      `id="Functions.Namespace" DefaultValue="${development.namespace}"`,
    ],
    // So that the two can be distinguished in the list of add-ins and on the ribbon.
    ['"CS Pay and Promotion"', '"CS Pay and Promotion (development)"'],
    ['"客服薪酬与晋升"', '"客服薪酬与晋升（开发版）"'],
  ];
  return changes.reduce(replaceEvery, placed);
}

/**
 * @param {string} xml
 * @param {readonly [from: string, to: string]} change
 */
function replaceEvery(xml, [from, to]) {
  if (!xml.includes(from)) throw new Error(`manifest.xml no longer contains ${from}`);
  return xml.replaceAll(from, to);
}

/** @param {string} text */
function escapeXml(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

module.exports = { development, manifestFor, released };
