using System.Diagnostics;
using MspBot.Domain.People;
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
        var comparison = ImportComparison.Of([One, Two, Three], [Row(1, "Один"), Row(3, "Иначе"), Row(null, "Новый")]);
        Assert.Equal(["Новый"], comparison.Added.Select(text => text.Title));
        Assert.Equal([(3, "Иначе")], comparison.Changed.Select(one => (one.Item.Number, one.Text.Title)));
        Assert.Equal([2], comparison.Missing.Select(item => item.Number));
        Assert.Empty(comparison.Faulty);
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
        var comparison = ImportComparison.Of([One with { State = ItemState.Excluded }, Two with { IsExcluding = true }], [Row(1, "Один")]);
        Assert.Equal([1], comparison.With(RowFault.Gone));
        Assert.Empty(comparison.Missing);
    }

    [Fact]
    public void Without_a_column_for_it_whom_an_item_is_for_stays_and_an_empty_cell_takes_it_away()
    {
        var item = One with { Text = One.Text with { Audience = "Учителя физики" } };
        var row = Row(1, "Один") with { Printed = PrintedItem.Of(1, item.Text, false, "Тьюторы") };
        Assert.True(ImportComparison.Of([item], [row with { KeepsAudience = true }]).IsEmpty);
        Assert.Null(ImportComparison.Of([item], [row]).Changed.Single().Text.Audience);
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
    public void Five_hundred_items_fit_and_what_nobody_has_agreed_makes_room_at_once()
    {
        ItemNow[] full = [.. Enumerable.Range(1, 500).Select(n => Item(n, $"{n}"))];
        ImportRow[] rows = [.. full[1..].Select(item => Row(item.Number, item.Text.Title)), Row(null, "Новый")];
        var comparison = ImportComparison.Of(full, rows);
        Assert.False(comparison.Fits(full, excludes: false));
        Assert.True(comparison.Fits(full, excludes: true));
        Assert.False(ImportComparison.Of([full[0] with { WayOut = WayOut.OnceAgreed }, .. full[1..]], rows)
            .Fits([full[0] with { WayOut = WayOut.OnceAgreed }, .. full[1..]], excludes: true));
    }

    [Fact]
    public void A_row_that_is_older_than_its_item_changes_nothing()
    {
        var now = One with { Text = Text("Новее") };
        var comparison = ImportComparison.Of([now, Two], [Row(1, "Один"), Row(2, "Иначе")]);
        Assert.Equal([1], comparison.With(RowFault.Stale));
        Assert.Equal([2], comparison.Changed.Select(one => one.Item.Number));
        Assert.True(comparison.IsOutdated);
        Assert.False(ImportComparison.Of([now], [Row(1, "Новее")]).IsOutdated);
        // Changed and changed back, nothing is lost.
        Assert.False(ImportComparison.Of([One with { Revision = 9 }], [Row(1, "Иначе")]).IsOutdated);
        // On its way out, since it was printed or before: a change of the row would keep it in the plan.
        var leaving = One with { IsExcluding = true };
        foreach (var printed in new[] { Printed(1, "Один"), PrintedItem.Of(1, One.Text, true, "Тьюторы") })
            Assert.Equal([new(0, RowFault.Leaving, 1)],
                ImportComparison.Of([leaving], [Row(1, "Иначе") with { Printed = printed }]).Faulty);
        Assert.True(ImportComparison.Of([One with { IsExcluding = true }], [Row(1, "Один")]) is { IsOutdated: false, IsEmpty: true });
    }

    [Fact]
    public void Codes_that_were_moved_against_their_rows_are_seen_and_a_copied_row_is_none()
    {
        ItemNow[] items = [One, Two, Three];
        Assert.Equal([new(0, RowFault.Shifted, 1, 2), new(1, RowFault.Shifted, 2, 3)],
            ImportComparison.Of(items, [Row(1, "Два"), Row(2, "Три"), Row(3, "Новое")]).Faulty);
        Assert.Equal([new(0, RowFault.Shifted, 1, 2)],
            ImportComparison.Of(items, [Row(1, "Два"), Row(2, "Иначе"), Row(3, "Три")]).Faulty);
        // As if a cell had been put in above: the first code stands beside a new row's end.
        Assert.Equal([new(1, RowFault.Shifted, 1, 2), new(2, RowFault.Shifted, 2, 3)],
            ImportComparison.Of(items, [Row(null, "Один"), Row(1, "Два"), Row(2, "Три")]).Faulty);
        Assert.Equal([1], ImportComparison.Of(items, [Row(1, "Два"), Row(2, "Два"), Row(3, "Три")])
            .Changed.Select(one => one.Item.Number));
        Assert.False(ImportComparison.Of(items, [Row(1, "Два"), Row(2, "Два"), Row(3, "Три")]).IsOutdated);
        // Two that say the same by right.
        ItemNow[] twins = [One, Item(2, "Один")];
        Assert.True(ImportComparison.Of(twins, [Row(1, "Один"), Row(2, "Один")]) is { IsEmpty: true, IsOutdated: false });
    }

    [Fact]
    public void What_the_table_may_never_have_had_is_left_in_the_plan()
    {
        ItemNow[] items = [One, Two with { WayOut = WayOut.ByHand }, Three, Item(4, "Четыре"), Item(5, "Пять")];
        var comparison = ImportComparison.Of(items, [Row(1, "Один"), Row(4, "Четыре")]);
        Assert.Equal([3], comparison.Missing.Select(item => item.Number));
        Assert.Equal([2, 5], comparison.Left.Select(item => item.Number));
        Assert.True(comparison is { IsEmpty: true, LacksItems: true });
        Assert.True(ImportComparison.Of(items, [Row(null, "Новый")]) is { Missing.Count: 0, Left.Count: 5 });
    }

    [Fact]
    public void Five_hundred_rows_without_codes_that_say_nearly_what_all_items_say_are_compared_at_once()
    {
        ItemNow[] items = [.. Enumerable.Range(1, 500).Select(n => Item(n, new string('я', 300)))];
        ImportRow[] rows = [.. items.Select(item => Row(null, item.Text.Title))];
        var began = Stopwatch.GetTimestamp();
        Assert.True(ImportComparison.Of(items, rows) is { IsEmpty: true, LacksItems: false });
        Assert.Equal(500, ImportComparison.Of(items, [.. rows.Select(row => row with { Text = Text("ю") })]).Added.Count);
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void An_untouched_name_stays_whoever_has_it_by_now_and_an_erased_one_comes_back_as_no_words()
    {
        const string name = "Иванова Мария Петровна";
        var person = One.Text with { Responsible = Responsible.Of(new PersonId(7)) };
        var printed = PrintedItem.Of(1, person, false, name);
        ImportRow Says(string words, string title = "Один") =>
            new(printed, Text(title) with { Responsible = Responsible.Of(words) }, words, KeepsAudience: false);

        foreach (var now in new[] { "участник, удаливший данные", "Петрова Мария Петровна" })
        {
            var item = One with { Text = person, ResponsibleWords = now };
            Assert.True(ImportComparison.Of([item], [Says(name)]).IsEmpty);
            Assert.Equal(person.Responsible, ImportComparison.Of([item], [Says(name, "Иначе")]).Changed.Single().Text.Responsible);
            Assert.Equal("Тьюторы", ImportComparison.Of([item], [Says("Тьюторы")]).Changed.Single().Text.Responsible.Words);
        }
    }

    [Fact]
    public void What_waits_for_the_department_and_would_not_any_more_is_counted_and_who_goes_at_once()
    {
        ItemNow[] items =
        [
            One with { State = ItemState.Submitted }, Two with { State = ItemState.Submitted, WayOut = WayOut.AtOnce },
            Three with { State = ItemState.Submitted, WayOut = WayOut.OnceAgreed }, Item(4, "Четыре"),
        ];
        var comparison = ImportComparison.Of(items, [Row(1, "Иначе"), Row(4, "Четыре")]);
        Assert.Equal((1, 2), (comparison.TakenBack(false), comparison.TakenBack(true)));
        Assert.Equal((2, 1), (comparison.Missing.Count, comparison.GoAtOnce));
        Assert.Equal(0, ImportComparison.Of(items, [Row(1, "Один"), Row(2, "Два")]).TakenBack(false));
    }

    [Fact]
    public void A_code_is_known_again_and_no_other_passes_for_it()
    {
        foreach (var number in new[] { 1, 7, 99, 500, 12345 })
        {
            Assert.Null(ItemCode.Read($" {ItemCode.Of(Stamp, Printed(number, "Один")).ToLowerInvariant()} ", Stamp, out var read));
            Assert.Equal(Printed(number, "Один"), read);
        }
        var codes = Enumerable.Range(1, 500).Select(number => ItemCode.Of(Stamp, Printed(number, "Один"))).ToHashSet();
        Assert.Equal(500, codes.Count);
        foreach (var other in new[] { Stamp with { Year = 2025 }, Stamp with { MadeAt = Stamp.MadeAt.AddMilliseconds(1) } })
            Assert.InRange(Enumerable.Range(1, 500).Count(number =>
                ItemCode.Read(ItemCode.Of(other, Printed(number, "Один")), Stamp, out _) is null), 0, 2);
        // A number that a spreadsheet has counted on, and letters of another row.
        var code = ItemCode.Of(Stamp, Printed(7, "Один"));
        foreach (var changed in new[] { code.Replace("/7-", "/8-", StringComparison.Ordinal), $"27{code[2..]}",
            code[..^10] + ItemCode.Of(Stamp, Printed(7, "Два"))[^10..] })
            Assert.Equal(ItemCodeFault.OtherPlan, ItemCode.Read(changed, Stamp, out _));
        Assert.All(["", "7", "26/7", "26/7-", "26/7-AB12", "26-7-BCDF", "=26/7", "26/9999999-BCDF", $"{code}1", code[..^1]],
            typed => Assert.Equal(ItemCodeFault.Unclear, ItemCode.Read(typed, Stamp, out _)));
        // All that a row says makes another code; what follows from who reads it does not.
        ItemText[] texts =
        [
            Text("Один"), Text("Два"), Text("Один") with { Form = WorkForm.Other }, Text("Один") with { Term = PlanStage.Month(1) },
            Text("Один") with { Result = "а" }, Text("Один") with { Audience = "а" },
            Text("Один") with { Responsible = Responsible.Of("а") }, Text("Один") with { Responsible = Responsible.Of(new PersonId(1)) },
            Text("Один") with { Responsible = Responsible.Of(new PersonId(2)) },
        ];
        Assert.Equal(texts.Length, texts.Select(text => PrintedItem.Of(1, text, false, "Тьюторы").State).Distinct().Count());
        Assert.NotEqual(Printed(1, "Один").State, PrintedItem.Of(1, Text("Один"), true, "Тьюторы").State);
    }

    private static ItemNow Item(int number, string title) =>
        new(new(number), number, 1, ItemState.Draft, Text(title), "Тьюторы", IsExcluding: false, WayOut.AtOnce);

    /// <summary>A row of the table that was printed of <see cref="One"/> and the others.</summary>
    private static ImportRow Row(int? number, string title) =>
        new(number is { } of ? Printed(of, of switch { 1 => "Один", 2 => "Два", 3 => "Три", _ => $"{of}" }) : null, Text(title), "Тьюторы",
            KeepsAudience: false);

    private static PrintedItem Printed(int number, string title) => PrintedItem.Of(number, Text(title), false, "Тьюторы");

    private static ItemText Text(string title) => PlanStage.Text(title);
}
