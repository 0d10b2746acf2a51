using System.Globalization;

namespace ModelOps.Sandbox.Protocol;

/// <summary>Numbers with a fraction as Python writes them: the fewest digits that give the number back, and always a point or an exponent.</summary>
internal static class PythonFloat
{
    // Python writes from 0.0001 to below ten quadrillions without an exponent.
    private const int LeastPlain = -4;
    private const int MostPlain = 16;

    /// <summary>A finite number.</summary>
    public static string Format(double number)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (number == 0)
        {
            return shortest + ".0";
        }

        var sign = number < 0 ? "-" : "";
        var exponent = ExponentOf(shortest);
        var digits = DigitsOf(shortest);
        return exponent is < LeastPlain or >= MostPlain ? sign + Scientific(digits, exponent)
            : exponent < 0 ? $"{sign}0.{new string('0', -exponent - 1)}{digits}"
            : digits.Length <= exponent + 1 ? $"{sign}{digits.PadRight(exponent + 1, '0')}.0"
            : $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    private static string Scientific(string digits, int exponent)
    {
        var fraction = digits.Length > 1 ? "." + digits[1..] : "";
        var size = Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);
        return $"{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{size}";
    }

    private static string DigitsOf(string shortest)
    {
        var mantissa = shortest.Split('E')[0].Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var digits = mantissa.TrimEnd('0');
        return digits.Length == 0 ? "0" : digits;
    }

    private static int ExponentOf(string shortest)
    {
        var parts = shortest.TrimStart('-').Split('E');
        var exponent = parts.Length == 2 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var plain = parts[0].Split('.');
        return plain[0] == "0" ? exponent - 1 - plain[1].TakeWhile(digit => digit == '0').Count() : exponent + plain[0].Length - 1;
    }
}
