using MspBot.Data.Consultations.Requests;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;
using Xunit;

namespace MspBot.Tests.Consultations;

/// <summary>Two deeds at the same moment, many times over, and what must be true afterwards.</summary>
internal static class Race
{
    internal const int Rounds = 12;

    internal static async Task Ended(ConsultationStage stage, ConsultationDetails it, ConsultationState state)
    {
        var details = await stage.Details(it.Id);
        Assert.Equal((state, (PersonId?)null), (details.State, details.ColleagueId));
        Assert.Empty(details.Times);
        await Invariant.Holds(stage);
    }

    internal static async Task<(ConsultationResult, ConsultationResult)> Both(Task<ConsultationResult> one, Task<ConsultationResult> other)
    {
        var both = await Task.WhenAll(one, other);
        return (both[0], both[1]);
    }
}
