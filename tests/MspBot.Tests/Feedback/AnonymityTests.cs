using System.Text.Json;
using CsCheck;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Feedback;
using Xunit;

namespace MspBot.Tests.Feedback;

/// <summary>Nothing that anybody is shown depends on which anonymous person said what, in what order, or when.</summary>
public sealed class AnonymityTests
{
    private static readonly AuthorKey Key = new(new byte[AuthorKey.Length]);

    private static readonly Gen<string?> Text =
        Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.Char["абв <&>\""], 1, 12].Select(s => (string?)s),
            Gen.Const((string?)"одно и то же"));

    private static readonly Gen<Opinion> One = Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5], Text, Text, Gen.Int[0, 3], Gen.Int[0, 4])
        .Select((rating, usefulness, use, missing, named, applied) =>
        new Opinion(0, new(rating, usefulness), use, missing, named == 0 ? "Имя" : null, applied == 4 ? null : (Applied)applied));

    /// <summary>A person has said one thing of a seminar, several of a tutor's consultations.</summary>
    private static readonly Gen<Opinion[]> Any = Gen.Select(One.Array[0, 12], Gen.Int[1, 12]).Select((all, people) =>
        all.Select((o, n) => o with { Author = n % people, Name = o.Name is null ? null : $"Имя {n % people}" }).ToArray());

    [Fact]
    public void Two_anonymous_authors_who_change_places_change_nothing_that_any_role_sees() =>
        Gen.Select(Any, Gen.Int[0, 11], Gen.Int[0, 11]).Sample((opinions, one, other) =>
        {
            var swapped = opinions.Select(o => o with { Author = o.Author == one ? other : o.Author == other ? one : o.Author }).ToArray();
            foreach (var names in (bool[])[true, false]) Assert.Equal(Seen(opinions, names), Seen(swapped, names));
        });

    [Fact]
    public void The_order_in_which_they_filed_is_not_seen() =>
        Gen.Select(Any, Gen.Int[0, 1_000_000]).Sample((opinions, seed) =>
        {
            var shuffled = opinions.ToArray();
            new Random(seed).Shuffle(shuffled);
            foreach (var names in (bool[])[true, false]) Assert.Equal(Seen(opinions, names), Seen(shuffled, names));
        });

    [Fact]
    public void Of_fewer_than_three_people_nothing_is_seen_however_much_they_said() => Any.Sample(opinions =>
    {
        if (Anonymity.People(opinions) < 3) Assert.IsType<Overview.TooFew>(Anonymity.Look(opinions, namesShown: true));
        else Assert.IsType<Overview.Open>(Anonymity.Look(opinions, namesShown: true));
    });

    [Fact]
    public void A_name_is_seen_by_those_it_was_shown_to_and_only_while_three_others_have_stayed_unnamed() => Any.Sample(opinions =>
    {
        Assert.All(Words(Anonymity.Look(opinions, namesShown: false)), s => Assert.Null(s.Name));
        var unnamed = Anonymity.People(opinions.Where(o => o.Name is null));
        if (Words(Anonymity.Look(opinions, namesShown: true)).Any(s => s.Name is not null)) Assert.True(unnamed is 0 or >= 3);
    });

    [Fact]
    public void Numbers_are_those_of_all_answers_and_what_is_applied_waits_for_three_people() => Any.Sample(opinions =>
    {
        if (Anonymity.Look(opinions, namesShown: false) is not Overview.Open view) return;
        Assert.Equal((opinions.Length, opinions.Length), (view.Answers, view.Usefulness.Sum()));
        Assert.Equal(opinions.Count(o => o.Marks.Rating == 5), view.Ratings[4]);
        Assert.Equal(Anonymity.People(opinions.Where(o => o.Applied is not null)) >= 3, view.Applied is not null);
    });

    /// <summary>
    /// Whoever looks after each answer and each change sees three people's new answers at once or none, and three people's changes or none.
    /// </summary>
    [Fact]
    public void Who_looks_after_every_answer_sees_no_single_one() => Gen.Int[0, 9].Array[1, 40].Sample(people =>
    {
        var (waiting, shown) = (new List<int>(), new HashSet<int>());
        foreach (var person in people)
        {
            if (!waiting.Contains(person)) waiting.Add(person);
            var taken = Anonymity.TakenIn(waiting, p => !shown.Contains(p), p => p);
            var (fresh, changed) = (taken.Count(p => !shown.Contains(p)), taken.Count(shown.Contains));
            Assert.True(fresh is 0 or >= 3);
            Assert.True(fresh >= 3 || changed is 0 or >= 3);
            waiting.RemoveAll(taken.Contains);
            shown.UnionWith(taken);
            Assert.True(waiting.Count(p => !shown.Contains(p)) < 3 && waiting.Count(shown.Contains) < 3);
        }
    });

    [Fact]
    public void An_author_is_tied_to_one_person_one_meeting_and_one_key()
    {
        var (anna, boris) = (new PersonId(1), new PersonId(2));
        var (seminar, consultation) = (new Meeting(MeetingKind.Seminar, 1), new Meeting(MeetingKind.Consultation, 1));
        var another = new AuthorKey([.. Enumerable.Repeat((byte)1, AuthorKey.Length)]);
        string[] all = [Hash(Key, anna, seminar), Hash(Key, boris, seminar), Hash(Key, anna, consultation),
            Hash(Key, anna, seminar with { Id = 11 }), Hash(Key, new(11), seminar), Hash(another, anna, seminar)];
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(all[0], Hash(Key, anna, seminar));
        Assert.Equal(64, all[0].Length);
    }

    [Fact]
    public void A_meeting_and_its_code_are_the_same() =>
    Gen.Select(Gen.Long[0, long.MaxValue / 4], Gen.Enum<MeetingKind>()).Sample((id, kind) =>
        Assert.Equal(new Meeting(kind, id), Meeting.OfCode(new Meeting(kind, id).Code)));

    private static string Hash(AuthorKey key, PersonId person, Meeting meeting) => Convert.ToHexString(key.Author(person, meeting));

    private static IEnumerable<WrittenComment> Words(Overview view) =>
        view is Overview.Open open ? open.WillUse.Concat(open.WasMissing) : [];

    /// <summary>All that the screens are drawn from, and the screens.</summary>
    private static string Seen(IReadOnlyCollection<Opinion> opinions, bool names)
    {
        if (Anonymity.Look(opinions, names) is not Overview.Open view) return "—";
        return JsonSerializer.Serialize(view) + ScreenJson.Write(ViewScreens.Pages(view, Html.Text("Отзывы"), "fv", 1, 0)) +
            ScreenJson.Write(ViewScreens.Pages(view, Html.Text("Отзывы"), "fv", 1, 1))
            + ViewTexts.Numbers(view);
    }
}
