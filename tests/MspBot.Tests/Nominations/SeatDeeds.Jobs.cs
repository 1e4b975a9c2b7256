using MspBot.Data.Nominations;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.Nominations;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Seats;
using Xunit;

namespace MspBot.Tests.Nominations;

/// <content>What the clock does.</content>
internal sealed partial class SeatDeeds
{
    /// <summary>As the two jobs do, each minute.</summary>
    private async Task Jobs()
    {
        await Each(store => store.WithKeptSeatsOver(model.Now), async store => (await store.EndKept(seminar, model.Now))?.Filled);
        model.EndKept();
        await Each(store => store.WithHeldSeatsOver(model.Now), async store => (await store.EndHeld(seminar, model.Now))?.Filled);
        model.EndHeld();
        await Each(store => store.WithHeldSeatsLying(model.Now), store => store.Fill(seminar, model.Now));
        if (model.Line.Any(p => model.CanBeTold(p.Who) && model.Held.Any(h => h.School == model.SchoolOf[p.Who]))) model.Fill();
        await Each(store => store.WithSeatsUnheard(model.Now), store => store.GiveOn(seminar, model.Now));
        model.GiveOn();
        await Each(store => store.WithSeatsLying(model.Now), async store =>
        {
            await store.AskNext(seminar, model.Now);
            return null;
        });
        if (await stage.Seminars.Turn((NominationDeadlines d) => d.WithLapsing(model.Now)) is not { Count: > 0 } lapsing) return;
        if (!lapsing.Contains(seminar)) return;
        var lapsed = (await stage.Lapse(seminar))!;
        Told(lapsed.Promoted);
        foreach (var one in lapsed.Lapsed)
        {
            var sent = model.Sent.Last(s => s.IsActive && Person(s.Who) == one.Person);
            var place = model.Of(sent.Who)!;
            Assert.True(sent.State == NominationState.Asked && place.State == SignUpState.Confirmed && model.Line.Any(p =>
                model.CanBeTold(p.Who)
                && (place.HeldBefore is not { } held || held.Until <= model.Now || held.School == model.SchoolOf[p.Who])),
                "a nomination lapses, and nobody gets the seat");
            model.End(sent, NominationState.Lapsed);
        }
    }

    private async Task Each(Func<SignUpStore, Task<IReadOnlyList<SeminarId>>> due, Func<SignUpStore, Task<FilledSeats?>> treat)
    {
        if ((await stage.Seminars.Turn(due)).Contains(seminar)) await Fills(treat);
    }

    private async Task Fills(Func<SignUpStore, Task<FilledSeats?>> treat) => Told((await stage.Seminars.Turn(treat))?.Promoted ?? []);
}
