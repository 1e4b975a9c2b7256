using MspBot.Data.Seminars.Heads;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Nominations;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Domain.Seminars.Seats;
using Xunit;

namespace MspBot.Tests.Nominations;

/// <summary>What is done, to whom; the other numbers say how.</summary>
internal sealed record SeatDeed(int What, int Who, int Other, int More)
{
    /// <summary>Often of whom the last one was: what matters happens to somebody within minutes.</summary>
    internal static SeatDeed Next(Random random, int people, SeatDeed? last) => new(random.Next(1000),
        last is not null && random.Next(100) < 35 ? last.Who : random.Next(people), random.Next(people), random.Next(1000));
}

/// <summary>One deed after the other, in the database and in the model; each says who got a seat out of the line by it.</summary>
internal sealed partial class SeatDeeds(NominationStage stage, SeminarId seminar, PersonId head, SeatModel model)
{
    private static readonly TimeSpan[] Steps =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(11), TimeSpan.FromHours(1),
            TimeSpan.FromHours(5), TimeSpan.FromHours(14), TimeSpan.FromHours(26)];

    private readonly List<long> told = [];

    /// <summary>What was done last, in words.</summary>
    internal string Said { get; private set; } = "";

    /// <summary>The persons whom the deed's result names as seated out of the line.</summary>
    internal async Task<IReadOnlyList<long>> Do(SeatDeed deed)
    {
        told.Clear();
        var (what, who, other, more) = deed;
        if (model.Erased.Contains(who)) who = other;
        if (model.Erased.Contains(who)) return [];
        var sent = model.Sent.LastOrDefault(s => s.Who == who);
        await (what switch
        {
            < 160 => SignUp(who),
            < 200 => TakeBack(who),
            < 300 => GiveBack(who, sure: more % 3 > 0),
            < 410 => Nominate(who),
            < 440 => Accept(sent),
            < 480 => End(sent, NominationState.Declined),
            < 515 => End(sent, NominationState.Withdrawn),
            < 565 => Replace(sent, other),
            < 625 => Hold(who, 1 + more % 2, (SchoolSeats.Latest(model.Start) - model.Now) * (1 + more % 10) / 9),
            < 660 => Release(who),
            < 710 => Seats(more % 8 == 0 ? null : more % 8 < 4 ? Math.Max(1, model.Seated + model.Held.Count) : 1 + more % 7),
            < 735 => Move(TimeSpan.FromHours(1 + more % 160)),
            < 765 => Moves(who, model.SchoolOf[other]),
            < 800 => Silenced(who),
            < 830 => Returns(who),
            < 838 => Erased(who),
            < 870 => Take(who),
            < 940 => Pass(Steps[more % Steps.Length]),
            < 942 => Cancel(),
            _ => Says("jobs", Jobs),
        });
        return [.. told];
    }

    private Task SignUp(int who) => Says($"sign up {who}", async () =>
    {
        await stage.SignUp(seminar, Person(who));
        model.SignUp(who);
    });

    private Task TakeBack(int who) => Says($"take back {who}", async () =>
    {
        await stage.SignUp(seminar, Person(who), orWait: false);
        model.SignUp(who, orWait: false);
    });

    private Task GiveBack(int who, bool sure) => Says($"give back {who}{(sure ? "" : ", not sure")}", async () =>
    {
        var left = await stage.GiveBack(seminar, Person(who), sure);
        Told(left.Promoted);
        Assert.Equal(model.GiveBack(who, sure), left.Outcome is SeatReturnOutcome.Left);
    });

    private Task Nominate(int who) => Says($"nominate {who}", async () =>
    {
        await stage.Nominate(seminar, model.SchoolOf[who], Person(who));
        model.Nominate(who);
    });

    private Task Accept(SentModel? sent) => sent is null ? Task.CompletedTask : Says($"accept {sent.Who}", async () =>
    {
        if ((await stage.Accept(await Id(sent), Person(sent.Who))).Refusal is null) sent.State = NominationState.Accepted;
    });

    private Task End(SentModel? sent, NominationState to) => sent is null ? Task.CompletedTask : Says($"{to} {sent.Who}", async () =>
    {
        var id = await Id(sent);
        var answer = await (to == NominationState.Declined ? stage.Decline(id, Person(sent.Who)) : stage.Withdraw(id, sent.School));
        Told(answer.Left?.Promoted ?? []);
        if (sent.IsActive && model.IsOpen) model.End(sent, to);
    });

    private Task Replace(SentModel? sent, int by) => sent is null ? Task.CompletedTask : Says($"replace {sent.Who} by {by}", async () =>
    {
        await stage.Replace(await Id(sent), sent.School, Person(by));
        model.Replace(sent, by);
    });

    private Task Hold(int who, int count, TimeSpan time) => Says($"hold {count} for school {model.SchoolOf[who]}, {time}", async () =>
    {
        // Finer than a microsecond the database does not tell times apart.
        var until = model.Now + TimeSpan.FromSeconds(Math.Floor(time.TotalSeconds));
        await stage.Hold(seminar, model.SchoolOf[who], count, until);
        model.Hold(model.SchoolOf[who], count, until);
    });

    private Task Release(int who) => Says($"release school {model.SchoolOf[who]}", async () =>
    {
        Told((await stage.Release(seminar, model.SchoolOf[who]))!.Filled.Promoted);
        model.FreeOf(model.SchoolOf[who]);
    });

    private Task Seats(int? to) => Says($"seats {to}", async () =>
    {
        Told((await stage.Seminars.Change(seminar, new SeminarChange.Seats(to), head, model.Now)).Promoted);
        model.SetSeats(to);
    });

    private Task Move(TimeSpan ahead) => Says($"move to {ahead} from now", async () =>
    {
        Told((await stage.Seminars.Change(seminar, new SeminarChange.Start(model.Now + ahead), head, model.Now)).Promoted);
        await stage.AskAnew(seminar);
        model.Move(model.Now + ahead);
    });

    private Task Moves(int who, int to) => Says($"{who} changes to school {to}", async () =>
    {
        await stage.Moves(who, to);
        model.SchoolOf[who] = to;
    });

    private Task Silenced(int who) => Says($"{who} stops the bot", async () =>
    {
        if (!model.Silent.Add(who)) return;
        if (model.Of(who) is { State: SignUpState.Confirmed, WasPromoted: true, NewsFailed: false } place)
        {
            await stage.NewsFails(seminar, who);
            place.NewsFailed = true;
        }
        await stage.Reach(who, false);
    });

    /// <summary>As when they write to the bot again.</summary>
    private Task Returns(int who) => Says($"{who} is back", async () =>
    {
        if (!model.Silent.Remove(who)) return;
        await stage.Reach(who, true);
        if (model.Of(who) is not { } place || !model.IsOpen) return;
        await Fills(store => store.Fill(seminar, model.Now));
        await stage.Seminars.Turn(async (SignUpStore store) =>
        {
            await store.HasHeard(Person(who));
            return 0;
        });
        model.Fill();
        if (place.State == SignUpState.Confirmed) place.NewsFailed = false;
    });

    private Task Erased(int who) => Says($"{who} is erased", async () =>
    {
        if (model.IsOpen && model.Of(who) is not null) Told((await stage.Leave(seminar, Person(who))).Promoted);
        await stage.Erase(who);
        model.LeaveForGood(who);
        model.Erased.Add(who);
    });

    /// <summary>Whom the bot has asked is read from it: it asks several, and some of them again.</summary>
    private Task Take(int who) => Says($"take {who}", async () =>
    {
        var isAsked = (await stage.Seminars.Details(seminar, Person(who))).Asked;
        var taken = await stage.Seminars.Turn((SignUpStore store) => store.Take(seminar, Person(who), model.Now));
        var isTheirs = isAsked && model.IsOpen && model.Free > 0;
        Assert.Equal(isTheirs, taken!.Refusal is null);
        if (isTheirs) model.Of(who)!.State = SignUpState.Confirmed;
    });

    private Task Pass(TimeSpan time) => Says($"{time} pass", () =>
    {
        model.Now = stage.Now = model.Now + time;
        return Jobs();
    });

    private Task Cancel() => Says("cancel", async () =>
    {
        await stage.Seminars.Turn((SeminarStore store) => store.Cancel(seminar, null, head, model.Now));
        model.Cancel();
    });

    private void Told(IReadOnlyList<Promoted> promoted)
    {
        Assert.All(promoted, p => Assert.NotNull(p.Chat));
        told.AddRange(promoted.Select(p => p.Person));
    }

    private Task Says(string what, Func<Task> deed)
    {
        Said = what;
        return deed();
    }

    private PersonId Person(int who) => stage.Teachers[who];

    /// <summary>Nominations have the order of their making here and there.</summary>
    private async Task<NominationId> Id(SentModel sent) =>
        (await stage.Nominations(seminar))[model.Sent.ToList().IndexOf(sent)].Id;
}
