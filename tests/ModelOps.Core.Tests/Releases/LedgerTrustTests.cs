using System.Globalization;
using ModelOps.Abstractions.Registry;
using ModelOps.Abstractions.Tracking;
using ModelOps.Core.Releases;

namespace ModelOps.Core.Tests.Releases;

/// <summary>Which entries of a ledger count.</summary>
public sealed class LedgerTrustTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly LedgerSeal Keyed = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);

    [Fact]
    public void Entries_that_continue_one_another_count()
    {
        var first = Entry("1");
        var second = Entry("2", continues: [first]);

        var ledger = Judge([second, first]);
        Assert.Equal([second, first], ledger.Counted);
        Assert.Equal([second], ledger.Heads);
        Assert.Empty(ledger.Faults);
    }

    [Fact]
    public void Concurrent_entries_count_and_the_next_continues_both()
    {
        var first = Entry("1");
        var left = Entry("2", continues: [first]);
        var right = Entry("3", continues: [first]);
        var both = Entry("4", continues: [left, right]);

        Assert.Equal([right, left], Judge([left, right, first]).Heads);
        var ledger = Judge([both, right, left, first]);
        Assert.Equal(4, ledger.Counted.Count);
        Assert.Equal([both], ledger.Heads);
    }

    [Fact]
    public void What_continues_an_entry_is_newer_whatever_the_clocks_said()
    {
        var first = Entry("9");
        var left = Entry("2", continues: [first]);
        var right = Entry("3", continues: [first]);
        var both = Entry("1", continues: [left, right]);

        Assert.Equal([both, right, left, first], Judge([first, right, left, both]).All);
        Assert.Equal([both, right, left, first], Judge([both, left, right, first]).Counted);
    }

    [Fact]
    public void What_has_no_seal_orders_nothing()
    {
        var first = Entry("1");
        var second = Entry("2", continues: [first]);
        var forged = Entry("0", continues: [second]);
        forged.Add([new(LedgerTags.Seal, "sha256:00")]);

        Assert.Equal([second, first, forged], Judge([second, first, forged]).All);
    }

    [Theory]
    [InlineData(LedgerTags.To, "9")]
    [InlineData(LedgerTags.From, "9")]
    [InlineData(LedgerTags.Actor, "somebody else")]
    [InlineData(LedgerTags.Reason, "another reason")]
    [InlineData(LedgerTags.Digest, "sha256:00")]
    [InlineData(LedgerTags.Build, "https://elsewhere")]
    [InlineData(LedgerTags.Ended, "1")]
    [InlineData("modelops.something_new", "x")]
    public void An_entry_that_was_changed_does_not_count_and_neither_does_what_continues_it(string tag, string value)
    {
        var first = Entry("1");
        var second = Entry("2", continues: [first]);
        first.Add([new(tag, value)]);

        var ledger = Judge([second, first]);
        Assert.Empty(ledger.Counted);
        Assert.Equal(["MOP3012", "MOP3012"], ledger.Faults.Select(fault => fault.Descriptor.Code));
        Assert.Contains("Ledger entry 1 (promote, 2026-11-30 12:01) was changed after it was sealed.", ledger.Faults[0].Text, StringComparison.Ordinal);
        Assert.Contains("does not continue entries that are there and count", ledger.Faults[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_whose_start_was_changed_does_not_count()
    {
        var entry = Entry("1");
        entry.Reload(entry.Run with { StartedAt = Noon.AddDays(1) });

        Assert.Empty(Judge([entry]).Counted);
    }

    [Fact]
    public void Another_end_of_the_run_is_said_and_the_sealed_one_is_shown()
    {
        var entry = Entry("1");
        var end = entry.EndedAt;
        entry.Reload(entry.Run with { EndedAt = Noon.AddDays(1) });

        var ledger = Judge([entry]);
        Assert.Equal([entry], ledger.Counted);
        Assert.Equal(end, entry.EndedAt);
        Assert.Equal("MOP3012", Assert.Single(ledger.Faults).Descriptor.Code);
    }

    [Fact]
    public void The_seal_of_one_entry_is_none_of_another()
    {
        var first = Entry("1");
        var copy = new LedgerEntry(first.Run with { Id = "2" });

        Assert.Equal([first], Judge([copy, first]).Counted);
    }

    // Tags are pairs: a text in which one runs into the next would have one seal for two entries.
    [Fact]
    public void Two_sets_of_tags_never_have_one_seal()
    {
        var one = LedgerSeal.Plain.OfDraft(Noon, [new("modelops.a", "1\n12:modelops.b1:2"), new("modelops.c", "")]);
        var two = LedgerSeal.Plain.OfDraft(Noon, [new("modelops.a", "1"), new("modelops.b", "2"), new("modelops.c", "")]);
        Assert.NotEqual(one, two);
    }

    [Fact]
    public void An_entry_in_the_middle_that_is_gone_takes_those_after_it_along()
    {
        var first = Entry("1");
        var second = Entry("2", continues: [first]);
        var third = Entry("3", continues: [second]);

        var ledger = Judge([third, first]);
        Assert.Equal([first], ledger.Counted);
        Assert.Contains("Ledger entry 3", Assert.Single(ledger.Faults).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_newest_entry_that_is_gone_is_missed_because_the_model_names_it()
    {
        var first = Entry("1");
        var second = Entry("2", continues: [first]);

        var ledger = LedgerTrust.Of([first], HeadOf(second), ["2"], LedgerSeal.Plain);
        Assert.Equal(["2"], ledger.Gone);
        Assert.Equal("Ledger entry 2 is gone, and it was one of the newest when it was written.", ledger.Faults[0].Text);
    }

    [Fact]
    public void An_entry_that_was_sealed_anew_is_denied_by_the_model()
    {
        var entry = Entry("1");
        var head = HeadOf(entry);
        entry.Add([new(LedgerTags.To, "9")]);
        entry.Add([new(LedgerTags.Seal, LedgerSeal.Plain.Of(entry))]);

        Assert.Empty(LedgerTrust.Of([entry], head, [], LedgerSeal.Plain).Counted);
    }

    [Fact]
    public void A_head_that_is_behind_is_said_and_no_entry_is_lost_by_it()
    {
        var first = Entry("1");
        var second = Entry("2", continues: [first]);

        var ledger = LedgerTrust.Of([second, first], HeadOf(first), [], LedgerSeal.Plain);
        Assert.Equal(2, ledger.Counted.Count);
        Assert.Equal("MOP3023", Assert.Single(ledger.Faults).Descriptor.Code);
    }

    [Fact]
    public void Entries_of_before_there_were_seals_count_as_long_as_they_are_as_the_first_sealed_one_found_them()
    {
        var old = Unsealed("1");
        var changed = Unsealed("2");
        var sealing = Entry("3", more: [.. LedgerBefore.Write([changed, old])]);
        changed.Add([new(LedgerTags.To, "9")]);
        var late = Unsealed("4");

        var ledger = Judge([late, sealing, changed, old]);
        Assert.Equal([sealing, old], ledger.Counted);
        Assert.Equal(["2", "4"], ledger.Faults.Select(fault => fault.Text.Split(' ')[2]));
        Assert.All(ledger.Faults, fault => Assert.Equal("MOP3022", fault.Descriptor.Code));
    }

    [Fact]
    public void With_a_key_nothing_counts_that_was_sealed_without_it_or_with_another()
    {
        var plain = Entry("1");
        var own = Entry("2", seal: Keyed);
        var other = Entry("3", seal: new([.. Enumerable.Repeat((byte)7, 32)]));

        var ledger = LedgerTrust.Of([other, own, plain], HeadOf(own), [], Keyed);
        Assert.Equal([own], ledger.Counted);
        Assert.Equal(2, ledger.Faults.Count);
    }

    [Fact]
    public void Whoever_has_no_key_and_only_looks_sees_sealed_entries_as_they_are()
    {
        var own = Entry("1", seal: Keyed);
        var plain = Entry("2");

        Assert.Equal([own], LedgerTrust.Of([plain, own], HeadOf(own), [], LedgerSeal.Unchecked).Counted);
    }

    [Fact]
    public void An_open_entry_holds_with_the_seal_that_it_was_created_with_and_with_a_later_one()
    {
        Tag[] tags = [new(LedgerTags.Action, "promote")];
        var open = new LedgerEntry(RunOf("1", RunStatus.Running, [.. tags, new(LedgerTags.Seal, LedgerSeal.Plain.OfDraft(Noon, tags))], Noon));
        Assert.True(Judge([open]).IsOpen(open));

        open.Add([new(LedgerTags.To, "2")]);
        Assert.False(Judge([open]).IsOpen(open));
        open.Add([new(LedgerTags.Seal, LedgerSeal.Plain.Of(open))]);
        Assert.True(Judge([open]).IsOpen(open));
    }

    // Long ledgers and hostile ones: every way back is walked once.
    [Fact]
    public void Ten_thousand_entries_in_the_worst_order_are_judged_at_once()
    {
        var entries = new List<LedgerEntry> { Entry("0") };
        for (var number = 1; number < 10_000; number++)
        {
            entries.Add(Entry(number.ToString(CultureInfo.InvariantCulture), continues: [entries[^1]]));
        }

        Assert.Equal(10_000, Judge([.. Enumerable.Reverse(entries)]).Counted.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("= ==")]
    [InlineData("run=short run2=00000000000000000000000000000000=1")]
    public void A_head_that_names_nothing_names_nothing(string text) => Assert.Empty(LedgerHead.Of(Model(text)).Items);

    [Fact]
    public void A_head_is_read_as_it_was_written()
    {
        var (first, second) = (Entry("1"), Entry("2"));
        var head = LedgerHead.None.With(first, []).With(second, []);

        Assert.Equal(head.Items, LedgerHead.Of(Model($"{head}")).Items);
        Assert.Equal([second.Run.Id], head.With(Entry("2"), ["1"]).Items.Select(item => item.Run));
    }

    private static LedgerTrust Judge(IReadOnlyList<LedgerEntry> entries)
    {
        var continued = entries.SelectMany(entry => entry.Continues).ToHashSet();
        var newest = entries.Where(entry => entry.IsFinished && LedgerSeal.Plain.Holds(entry) && !continued.Contains(entry.Seal));
        return LedgerTrust.Of(entries, newest.Aggregate(LedgerHead.None, (head, entry) => head.With(entry, [])), [], LedgerSeal.Plain);
    }

    private static LedgerHead HeadOf(LedgerEntry entry) => LedgerHead.None.With(entry, []);

    private static RegisteredModel Model(string head) =>
        new(ModelName.Parse("churn"), new Dictionary<string, int>()) { Tags = new Dictionary<string, string> { [LedgerTags.Head] = head } };

    private static LedgerEntry Unsealed(string id) => new(RunOf(id, RunStatus.Finished, Facts, Started(id)));

    private static LedgerEntry Entry(string id, LedgerEntry[]? continues = null, Tag[]? more = null, LedgerSeal? seal = null)
    {
        var start = Started(id);
        Tag[] links = continues is null ? [] : [new(LedgerTags.Continues, string.Join(' ', continues.Select(entry => entry.Seal)))];
        var entry = new LedgerEntry(RunOf(id, RunStatus.Finished, [.. Facts, .. links, .. more ?? [], new(LedgerTags.Ended, $"{start.AddSeconds(1).ToUnixTimeMilliseconds()}")], start));
        entry.Add([new(LedgerTags.Seal, (seal ?? LedgerSeal.Plain).Of(entry))]);
        return entry;
    }

    private static Tag[] Facts =>
    [
        new(LedgerTags.Action, "promote"), new(LedgerTags.Alias, "champion"), new(LedgerTags.From, "1"), new(LedgerTags.To, "2"), new(LedgerTags.Actor, "tester"),
    ];

    private static DateTimeOffset Started(string id) => Noon.AddMinutes(int.Parse(id, CultureInfo.InvariantCulture));

    private static Run RunOf(string id, RunStatus status, Tag[] tags, DateTimeOffset start) => new()
    {
        Id = id,
        ExperimentId = "1",
        Status = status,
        StartedAt = start,
        EndedAt = status == RunStatus.Finished ? start.AddSeconds(1) : null,
        ArtifactUri = "",
        Tags = tags.ToDictionary(tag => tag.Key, tag => tag.Value),
    };
}
