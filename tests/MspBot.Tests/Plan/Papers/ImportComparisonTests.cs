using MspBot.Domain.Plan;
using MspBot.Domain.Plan.Papers;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Plan.Papers;

/// <summary>What a table would do to a plan, with pen and paper; and the codes by which its rows are known.</summary>
public sealed class ImportComparisonTests
{
    private static readonly PlanStamp Stamp = new(2026, Some.Noon);
    private static readonly ItemNow One = Item(1, "Один"), Two = Item(2, "Два"), Three = Item(3, "Три");

    [Fact]
    public void Rows_add_change_and_leave_alone_what_is_missing_is_named()
    {
        var comparison = ImportComparison.Of([One, Two, Three], [Row(1, "Один"), Row(2, "Иначе"), Row(null, "Новый")]);
        Assert.Equal(["Новый"], comparison.Added.Select(text => text.Title));
        Assert.Equal([(2, "Иначе")], comparison.Changed.Select(one => (one.Item.Number, one.Text.Title)));
        Assert.Equal([3], comparison.Missing.Select(item => item.Number));
        Assert.Empty(comparison.Gone);
    }

    [Fact]
    public void A_row_without_a_code_that_says_the_same_is_that_item_once()
    {
        var comparison = ImportComparison.Of([One, Two], [Row(null, "Один"), Row(null, "Один"), Row(2, "Два")]);
        Assert.Equal(["Один"], comparison.Added.Select(text => text.Title));
        Assert.Equal((0, 0), (comparison.Changed.Count, comparison.Missing.Count));
        // An item that another row names is not taken by words.
        Assert.Single(ImportComparison.Of([One], [Row(1, "Один"), Row(null, "Один")]).Added);
    }

    [Fact]
    public void What_was_excluded_is_gone_and_what_is_on_its_way_out_is_not_missed()
    {
        var comparison = ImportComparison.Of([One with { IsExcluded = true }, Two with { IsExcluding = true }], [Row(1, "Один")]);
        Assert.Equal([1], comparison.Gone);
        Assert.Empty(comparison.Missing);
    }

    [Fact]
    public void Without_a_column_for_it_whom_an_item_is_for_stays_and_an_empty_cell_takes_it_away()
    {
        var item = One with { Text = One.Text with { Audience = "Учителя физики" } };
        Assert.True(ImportComparison.Of([item], [Row(1, "Один") with { KeepsAudience = true }]).IsEmpty);
        Assert.Null(ImportComparison.Of([item], [Row(1, "Один")]).Changed.Single().Text.Audience);
    }

    [Fact]
    public void Another_state_of_the_plan_has_another_name_also_when_one_item_comes_for_another()
    {
        string[] seen =
        [
            .. new ItemNow[][] { [], [One], [One, Two], [One with { Revision = 2 }, Two], [One, Three], [One with { Revision = 2 }] }
                .Select(items => ImportComparison.Of(items, []).Seen),
        ];
        Assert.Equal(seen.Length, seen.Distinct().Count());
        Assert.Equal(ImportComparison.Of([One, Two], []).Seen, ImportComparison.Of([Two, One], [Row(null, "а")]).Seen);
    }

    [Fact]
    public void Five_hundred_items_fit_and_what_nobody_has_read_makes_room_at_once()
    {
        ItemNow[] full = [.. Enumerable.Range(1, 500).Select(n => Item(n, $"{n}"))];
        ImportRow[] rows = [.. full[1..].Select(item => Row(item.Number, item.Text.Title)), Row(null, "Новый")];
        var comparison = ImportComparison.Of(full, rows);
        Assert.False(comparison.Fits(full, excludes: false));
        Assert.True(comparison.Fits(full, excludes: true));
        Assert.False(ImportComparison.Of([full[0] with { LeavesAtOnce = false }, .. full[1..]], rows)
            .Fits([full[0] with { LeavesAtOnce = false }, .. full[1..]], excludes: true));
    }

    [Fact]
    public void A_code_is_known_again_and_no_other_passes_for_it()
    {
        foreach (var number in new[] { 1, 7, 99, 500, 12345 })
        {
            Assert.Null(ItemCode.Read($" {ItemCode.Of(Stamp, number).ToLowerInvariant()} ", Stamp, out var read));
            Assert.Equal(number, read);
        }
        var codes = Enumerable.Range(1, 500).Select(number => ItemCode.Of(Stamp, number)).ToHashSet();
        foreach (var other in new[] { Stamp with { Year = 2025 }, Stamp with { MadeAt = Stamp.MadeAt.AddMilliseconds(1) } })
            Assert.InRange(Enumerable.Range(1, 500).Count(number => ItemCode.Read(ItemCode.Of(other, number), Stamp, out _) is null), 0, 2);
        Assert.All(["", "7", "26/7", "26/7-", "26/7-AB12", "26-7-BCDF", "=26/7", "26/9999999-BCDF"],
            typed => Assert.Equal(ItemCodeFault.Unclear, ItemCode.Read(typed, Stamp, out _)));
        Assert.Equal(500, codes.Count);
    }

    private static ItemNow Item(int number, string title) =>
        new(new(number), number, 1, Text(title), "Тьюторы", IsExcluded: false, IsExcluding: false, LeavesAtOnce: true);

    private static ImportRow Row(int? number, string title) => new(number, Text(title), "Тьюторы", KeepsAudience: false);

    private static ItemText Text(string title) => PlanStage.Text(title);
}
