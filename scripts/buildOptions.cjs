// @ts-check
"use strict";

// Takes webpack's --env, gives the options of a build, refuses what it does not know:
//   --env baseUrl=https://hr.example.com/cs/   where the files will be served; goes into the manifest and
//                                              the addresses of the functions' help
//   --env development                          own Id, name and namespace (CSDEV), source maps
//   --env cloud=china                          office.js from the CDN of the cloud run by 21Vianet
//   --env policy=file.json                     the department's policy for workbooks without their own
const { existsSync } = require("node:fs");
const { homedir } = require("node:os");
const path = require("node:path");

const defaultBaseUrl = "https://localhost:3000/";

/** @type {Readonly<Record<string, string>>} */
const officeJsByCloud = {
  global: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
};

const known = ["baseUrl", "development", "cloud", "policy"];

/**
 * @param {Readonly<Record<string, unknown>>} env
 * @throws {Error} with a sentence that names the option which is wrong
 */
function readBuildOptions(env) {
  const unknown = Object.keys(env).filter(
    (name) => !known.includes(name) && !name.startsWith("WEBPACK_"),
  );
  if (unknown.length > 0) {
    throw new Error(`Unknown build option ${unknown.join(", ")}; known are ${known.join(", ")}.`);
  }
  const cloud = String(env.cloud ?? "global");
  const officeJs = officeJsByCloud[cloud];
  if (officeJs === undefined) {
    throw new Error(
      `Unknown cloud "${cloud}"; known are ${Object.keys(officeJsByCloud).join(", ")}.`,
    );
  }
  const certificates = path.join(homedir(), ".office-addin-dev-certs");
  return {
    baseUrl: readBaseUrl(String(env.baseUrl ?? defaultBaseUrl)),
    development: env.development === true || env.development === "true",
    officeJs,
    /** The file of the department's policy; null where the build has none. */
    policy: env["policy"] === undefined ? null : readPolicyPath(String(env["policy"])),
    // Where office-addin-dev-certs keeps what `npm start` makes Excel trust.
    certificates: {
      key: path.join(certificates, "localhost.key"),
      cert: path.join(certificates, "localhost.crt"),
      ca: path.join(certificates, "ca.crt"),
    },
  };
}

/**
 * npm runs scripts in the repository; files are meant from where the person stands.
 * @param {string} text
 */
function readPolicyPath(text) {
  const file = path.resolve(process.env["INIT_CWD"] ?? ".", text);
  if (!existsSync(file)) throw new Error(`policy "${text}": there is no such file.`);
  return file;
}

/**
 * Office refuses plain http, and a page's relative addresses need the closing slash.
 * @param {string} text
 */
function readBaseUrl(text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    throw new Error(
      `baseUrl "${text}" is not an address; give one like https://hr.example.com/cs/`,
    );
  }
  if (url.protocol !== "https:" || url.search !== "" || url.hash !== "" || url.username !== "") {
    throw new Error(
      `baseUrl "${text}" must start with https:// and carry no user, query or fragment.`,
    );
  }
  return url.href.endsWith("/") ? url.href : `${url.href}/`;
}

module.exports = { defaultBaseUrl, readBuildOptions };
