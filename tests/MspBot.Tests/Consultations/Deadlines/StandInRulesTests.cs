using MspBot.Domain.Consultations.Hours;
using MspBot.Domain.People;
using Xunit;

namespace MspBot.Tests.Consultations.Deadlines;

/// <summary>Who gets what is asked of a tutor who is away.</summary>
public sealed class StandInRulesTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly Absence Week = new(Monday, Monday.AddDays(6), new PersonId(2));

    [Fact]
    public void Without_a_time_it_is_the_stand_in_while_the_tutor_is_away_today()
    {
        Assert.Equal(new PersonId(2), StandInRules.For([Week], [], Monday.AddDays(6)));
        Assert.Null(StandInRules.For([Week], [], Monday.AddDays(7)));
    }

    [Fact]
    public void With_times_all_of_them_must_lie_in_one_absence()
    {
        Assert.Equal(new PersonId(2), StandInRules.For([Week], [Monday, Monday.AddDays(2)], Monday.AddDays(-3)));
        Assert.Null(StandInRules.For([Week], [Monday, Monday.AddDays(7)], Monday));
        Assert.Null(StandInRules.For([Week with { Last = Monday }, Week with { First = Monday.AddDays(1) }], [Monday, Monday.AddDays(2)],
            Monday));
    }

    [Fact]
    public void Without_a_stand_in_the_tutor_gets_it() => Assert.Null(StandInRules.For([Week with { StandIn = null }], [Monday], Monday));
}
