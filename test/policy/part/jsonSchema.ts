import { READING_IDS } from "../../../src/policy";

// The published schema is made from the one that reads, so that they cannot differ. What the library
// keeps of a schema is looked at as plain data; anything not known here is refused, never left out.

export type JsonSchema = { readonly [keyword: string]: unknown };

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function entriesOf(schema: unknown): [string, unknown][] {
  const entries = property(schema, "entries");
  return typeof entries === "object" && entries !== null ? Object.entries(entries) : [];
}

/** The JSON Schema (2020-12) of a schema of the part. */
export function toJsonSchema(schema: unknown): JsonSchema {
  const pipe = property(schema, "pipe");
  const actions: readonly unknown[] = Array.isArray(pipe) ? pipe.slice(1) : [];
  return actions.reduce<JsonSchema>(restrict, describeType(schema));
}

function describeType(schema: unknown): JsonSchema {
  const type = property(schema, "type");
  switch (type) {
    case "string":
    case "number":
    case "boolean":
      return { type };
    case "literal":
      return { const: property(schema, "literal") };
    case "picklist": {
      const options = property(schema, "options");
      return options === READING_IDS ? { $ref: "#/$defs/reading" } : { enum: options };
    }
    case "nullable":
      return { anyOf: [toJsonSchema(property(schema, "wrapped")), { type: "null" }] };
    case "exact_optional":
      return toJsonSchema(property(schema, "wrapped"));
    case "array":
      return { type: "array", items: toJsonSchema(property(schema, "item")) };
    case "record":
      return { type: "object", additionalProperties: toJsonSchema(property(schema, "value")) };
    case "loose_object": {
      const entries = entriesOf(schema);
      return {
        type: "object",
        required: entries
          .filter(([, entry]) => property(entry, "type") !== "exact_optional")
          .map(([name]) => name),
        properties: Object.fromEntries(entries.map(([name, entry]) => [name, toJsonSchema(entry)])),
      };
    }
    case "strict_object":
      return { type: "object", maxProperties: entriesOf(schema).length };
    case "lazy": {
      // Which schema holds, the getter tells by the input: a plain value, one a reading, an empty object.
      const getter = property(schema, "getter");
      if (typeof getter !== "function") throw new Error("A lazy schema without a getter");
      const inputs: readonly unknown[] = [undefined, { reading: "" }, {}];
      const schemas = new Set(
        inputs.map((input): unknown => Reflect.apply(getter, undefined, [input])),
      );
      const described = [...schemas].map((one) => JSON.stringify(toJsonSchema(one)));
      return { anyOf: [...new Set(described)].map((one) => JSON.parse(one) as JsonSchema) }; // as written above
    }
    default:
      throw new Error(`No JSON Schema for ${String(type)}`);
  }
}

function restrict(described: JsonSchema, action: unknown): JsonSchema {
  const requirement = property(action, "requirement");
  switch (property(action, "type")) {
    case "integer":
      return { ...described, type: "integer" };
    case "min_value":
      return { ...described, minimum: requirement };
    case "max_value":
      return { ...described, maximum: requirement };
    case "min_length":
      return {
        ...described,
        [described["type"] === "array" ? "minItems" : "minLength"]: requirement,
      };
    case "max_length":
      return {
        ...described,
        [described["type"] === "array" ? "maxItems" : "maxLength"]: requirement,
      };
    case "check":
      return { ...described, description: property(action, "message") };
    // Every JSON number is finite; unknown fields are allowed and reported.
    case "finite":
    case "raw_check":
      return described;
    default:
      throw new Error(`No JSON Schema for the action ${String(property(action, "type"))}`);
  }
}
