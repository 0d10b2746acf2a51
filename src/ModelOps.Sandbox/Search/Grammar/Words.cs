using System.Collections.Frozen;

namespace ModelOps.Sandbox.Search.Grammar;

/// <summary>Words that are no names where they stand alone: SQL's own, and names of its types.</summary>
internal static class Words
{
    private static readonly FrozenSet<string> Keywords = (
        "ACTION ADD ALL ALTER ANALYZE AND ANY ARRAY AS ASC AT AUTHORIZATION BEGIN BETWEEN BOTH BY CALL CASCADE CASE CAST CATALOG CHARACTER CHECK "
        + "CLASS CLUSTER COLLATE COLUMN COMMENT COMMIT CONDITION CONNECTION CONSTRAINT CONTAINS COPY CREATE CROSS CURRENT_DATE CURRENT_TIME "
        + "CURRENT_TIMESTAMP CURRENT_USER CURSOR DATABASE DEFAULT DELETE DESC DESCRIBE DISTINCT DOMAIN DROP ELSE END ESCAPE EXCEPT EXECUTE EXISTS "
        + "EXPLAIN EXTERNAL FALSE FETCH FILTER FIRST FOR FOREIGN FROM FULL FUNCTION GLOBAL GRANT GROUP HAVING HOST IF IN INDEX INNER INPUT INSERT "
        + "INTERSECT INTO IS ISOLATION JOIN KEY LANGUAGE LAST LEFT LEVEL LIMIT LOCAL LOCATION LOCK MATCH MODE NATURAL NEW NO NOT NULL OF OFFSET OLD ON "
        + "ONLY OPERATOR OPTION OR ORDER OUTER OUTPUT OVER OWNER PARTITION PASSWORD PATH PLAN PRECISION PRIMARY PRIVILEGES PROCEDURE PUBLIC RANGE READ "
        + "RECURSIVE REFERENCES RENAME REPLACE RESET RESTRICT RETURN REVOKE RIGHT ROLE ROLLBACK ROW ROWS SCHEMA SELECT SEQUENCE SESSION SET SHARE "
        + "SOURCE START STATEMENT STORAGE SYSTEM TABLE TEMPLATE TEMPORARY THEN TO TRANSACTION TRIGGER TRUE TRUNCATE TYPE UNION UNIQUE UNKNOWN UPDATE "
        + "USER USING VALUES VARIABLE VIEW WHEN WHERE WITH WORK WRITE ZONE "
        + "BIGINT BINARY BIT BLOB BOOLEAN CHAR DATE DATETIME DECIMAL DOUBLE FLOAT INT INTEGER INTERVAL LONG NUMBER NUMERIC REAL SMALLINT TEXT TIME "
        + "TIMESTAMP VARCHAR")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> NeverNames =
        new[] { "CASE", "IN", "VALUES", "USING", "FROM", "AS" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Comparators = new[] { "LIKE", "ILIKE", "RLIKE", "REGEXP" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsKeyword(string word) => Keywords.Contains(word);

    /// <summary>Whether a word is a keyword even before a period or a parenthesis.</summary>
    public static bool IsNeverName(string word) => NeverNames.Contains(word);

    public static bool IsComparator(string word) => Comparators.Contains(word);
}
