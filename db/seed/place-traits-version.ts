import { createHash } from "node:crypto";
import { countryCodes, regionOf } from "@interurban/contract/countries";
import { incomeGroupOf } from "@interurban/contract/income-groups";
import { climateTable } from "./climate.ts";

/** To be raised when towns get other traits for another reason than the tables below. */
const rules = 1;

const tables = [climateTable, ...countryCodes.map((code) => [code, regionOf(code), incomeGroupOf(code)])];

/** Says by which rules and tables towns have their traits. */
export const placeTraitsVersion = `${rules}.${createHash("sha256").update(JSON.stringify(tables)).digest("hex").slice(0, 8)}`;
