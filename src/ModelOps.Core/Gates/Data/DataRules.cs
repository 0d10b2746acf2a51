using ModelOps.Core.Sections;

namespace ModelOps.Core.Gates.Data;

/// <summary>What must hold in the section <c>gates.data</c> of modelops.yml.</summary>
internal static class DataRules
{
    public static void Check(DataGateSection data, SectionPlace place)
    {
        if (data.MaxPsi is null && data.MaxMissing is null)
        {
            place.Misconfigured("inputs", "data has nothing to judge: add max_psi, max_missing or both.");
        }

        place.NotNegative("max_psi", data.MaxPsi);
        if (data.MaxMissing is < 0 or > 1)
        {
            place.Invalid("max_missing", "Expected a share of the rows, from 0 to 1.");
        }

        CommandRules.CheckPath(place, "inputs", data.Inputs);
        CommandRules.CheckPath(place, "reference", data.Reference);
    }
}
