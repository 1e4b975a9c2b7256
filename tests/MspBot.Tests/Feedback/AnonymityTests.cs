using System.Text.Json;
using CsCheck;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Feedback;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>Nothing that anybody is shown depends on which anonymous person said what, in what order, or when.</summary>
public sealed class AnonymityTests
{
    private static readonly AuthorKey Key = new(new byte[AuthorKey.Length]);

    private static readonly Gen<string?> Text = Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.Char["абв <&>\""], 1, 12].Select(s => (string?)s), Gen.Const((string?)"одно и то же"));

    private static readonly Gen<Opinion> One = Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Text, Text, Gen.Int[0, 3], Gen.Int[0, 4]).Select((rating, usefulness, use, missing, named, applied) =>
        new Opinion(0, new(rating, usefulness), use, missing, named == 0 ? "Имя" : null, applied == 4 ? null : (Applied)applied));

    /// <summary>A person has said one thing of a seminar, several of a tutor's consultations.</summary>
    private static readonly Gen<Opinion[]> Any = Gen.Select(One.Array[0, 12], Gen.Int[1, 12]).Select((all, people) =>
        all.Select((o, n) => o with { Author = n % people, Name = o.Name is null ? null : $"Имя {n % people}" }).ToArray());

    [Fact]
    public void Two_anonymous_authors_who_change_places_change_nothing_that_any_role_sees() =>
        Gen.Select(Any, Gen.Int[0, 20], Gen.Int[0, 11], Gen.Int[0, 11]).Sample((opinions, more, one, other) =>
        {
            var swapped = opinions.Select(o => o with { Author = o.Author == one ? other : o.Author == other ? one : o.Author }).ToArray();
            foreach (var names in (bool[])[true, false]) Assert.Equal(Seen(opinions, more, names), Seen(swapped, more, names));
        });

    [Fact]
    public void The_order_in_which_they_filed_is_not_seen() =>
        Gen.Select(Any, Gen.Int[0, 20], Gen.Int[0, 1_000_000]).Sample((opinions, more, seed) =>
        {
            var shuffled = opinions.ToArray();
            new Random(seed).Shuffle(shuffled);
            foreach (var names in (bool[])[true, false]) Assert.Equal(Seen(opinions, more, names), Seen(shuffled, more, names));
        });

    [Fact]
    public void Of_fewer_than_three_people_nothing_is_seen_however_much_they_said() => Any.Sample(opinions =>
    {
        if (Anonymity.People(opinions) < 3) Assert.IsType<Overview.TooFew>(Anonymity.Look(opinions, 30, namesShown: true));
        else Assert.IsType<Overview.Open>(Anonymity.Look(opinions, 30, namesShown: true));
    });

    [Fact]
    public void A_name_is_seen_by_those_it_was_shown_to_and_only_while_it_leaves_three_others_possible() => Gen.Select(Any, Gen.Int[0, 20]).Sample((opinions, more) =>
    {
        var could = Anonymity.People(opinions) + more;
        Assert.All(Words(Anonymity.Look(opinions, could, namesShown: false)), s => Assert.Null(s.Name));
        var (named, unnamed) = (Anonymity.People(opinions.Where(o => o.Name is not null)), Anonymity.People(opinions.Where(o => o.Name is null)));
        if (Words(Anonymity.Look(opinions, could, namesShown: true)).Any(s => s.Name is not null)) Assert.True(unnamed == 0 || could - named >= 3);
    });

    [Fact]
    public void Numbers_are_those_of_all_answers_and_what_is_applied_waits_for_three_people() => Any.Sample(opinions =>
    {
        if (Anonymity.Look(opinions, 30, namesShown: false) is not Overview.Open view) return;
        Assert.Equal((opinions.Length, opinions.Length), (view.Answers, view.Usefulness.Sum()));
        Assert.Equal(opinions.Count(o => o.Marks.Rating == 5), view.Ratings[4]);
        Assert.Equal(Anonymity.People(opinions.Where(o => o.Applied is not null)) >= 3, view.Applied is not null);
    });

    /// <summary>Whoever looks at a seminar after each answer sees it change by three answers or more, but for the one day after its week, when three could have written it still.</summary>
    [Fact]
    public void Who_looks_after_every_answer_sees_no_single_one() => Gen.Select(Gen.Int[0, 25].Array[1, 15], Gen.Int[0, 6]).Sample((days, silent) =>
    {
        var could = days.Length + silent;
        var metOn = new DateOnly(2026, 11, 24);
        var (fresh, shown, settled) = (new List<DateOnly>(), 0, false);
        foreach (var day in days.Order())
        {
            fresh.Add(metOn.AddDays(day));
            for (var look = 0; look < 2; look++)
            {
                var taken = Anonymity.TakenIn(fresh, d => d, shown, could, metOn, metOn.AddDays(day));
                if (taken.Count is 1 or 2)
                {
                    Assert.True(shown >= 3 && day > 7 && could - shown >= 3);
                    Assert.All(taken, d => Assert.True(d <= metOn.AddDays(7)));
                    Assert.False(settled);
                    settled = true;
                }
                foreach (var one in taken.ToList()) fresh.Remove(one);
                shown += taken.Count;
            }
            Assert.True(fresh.Count < 3);
        }
        Assert.True(shown == 0 || shown >= 3);
    });

    [Fact]
    public void An_author_is_tied_to_one_person_one_meeting_and_one_key()
    {
        var (anna, boris) = (new PersonId(1), new PersonId(2));
        var (seminar, consultation) = (new Meeting(MeetingKind.Seminar, 1), new Meeting(MeetingKind.Consultation, 1));
        var another = new AuthorKey([.. Enumerable.Repeat((byte)1, AuthorKey.Length)]);
        string[] all = [Hash(Key, anna, seminar), Hash(Key, boris, seminar), Hash(Key, anna, consultation), Hash(Key, anna, seminar with { Id = 11 }), Hash(Key, new(11), seminar), Hash(another, anna, seminar)];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(all[0], Hash(Key, anna, seminar));
        Assert.Equal(64, all[0].Length);
    }

    [Fact]
    public void A_meeting_and_its_code_are_the_same() => Gen.Select(Gen.Long[0, long.MaxValue / 4], Gen.Enum<MeetingKind>()).Sample((id, kind) =>
        Assert.Equal(new Meeting(kind, id), Meeting.OfCode(new Meeting(kind, id).Code)));

    private static string Hash(AuthorKey key, PersonId person, Meeting meeting) => Convert.ToHexString(key.Author(person, meeting));

    private static IEnumerable<Said> Words(Overview view) => view is Overview.Open open ? open.WillUse.Concat(open.WasMissing) : [];

    /// <summary>All that the screens are drawn from, and the screens.</summary>
    private static string Seen(IReadOnlyCollection<Opinion> opinions, int more, bool names)
    {
        if (Anonymity.Look(opinions, Anonymity.People(opinions) + more, names) is not Overview.Open view) return "—";
        return JsonSerializer.Serialize(view) + ScreenJson.Write(ViewScreens.Pages(view, Html.Text("Отзывы"), "fv", 1, 0)) + ScreenJson.Write(ViewScreens.Pages(view, Html.Text("Отзывы"), "fv", 1, 1))
            + ViewTexts.Numbers(view);
    }
}
