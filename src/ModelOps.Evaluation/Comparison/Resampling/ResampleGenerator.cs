namespace ModelOps.Evaluation.Comparison.Resampling;

/// <summary>
/// xoshiro256** (Blackman and Vigna 2021), its state filled by SplitMix64 (Steele, Lea and Flood 2014). Every resample has a generator of
/// its own, made from seed and number: what it draws does not depend on the thread that draws it, nor on the .NET version.
/// </summary>
internal struct ResampleGenerator
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>Makes the generator of a resample.</summary>
    /// <param name="seed">Seed of the comparison.</param>
    /// <param name="number">Number of the resample.</param>
    public ResampleGenerator(int seed, int number)
    {
        var state = ((ulong)(uint)seed << 32) | (uint)number;
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        var result = ulong.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = ulong.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number from 0 to below a limit, each equally likely (Lemire 2019, nearly divisionless).</summary>
    public int Next(int limit) => Bounded((uint)Next(), (uint)limit);

    /// <summary>Draws as many units as there are, with replacement, and counts how often each was drawn.</summary>
    /// <param name="counts">Takes the counts. A unit drawn more than 255 times would need more than 255 units and a chance below 1 in 255!.</param>
    public void Draw(Span<byte> counts)
    {
        counts.Clear();
        var limit = (uint)counts.Length;
        var generator = this;
        var left = counts.Length;
        for (; left >= 2; left -= 2)
        {
            var bits = generator.Next();
            counts[generator.Bounded((uint)bits, limit)]++;
            counts[generator.Bounded((uint)(bits >> 32), limit)]++;
        }

        if (left > 0)
        {
            counts[generator.Bounded((uint)generator.Next(), limit)]++;
        }

        this = generator;
    }

    private int Bounded(uint bits, uint limit)
    {
        var product = (ulong)bits * limit;
        if ((uint)product < limit)
        {
            for (var threshold = (0u - limit) % limit; (uint)product < threshold;)
            {
                product = (ulong)(uint)Next() * limit;
            }
        }

        return (int)(product >> 32);
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
