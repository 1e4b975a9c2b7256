using System.Globalization;
using MspBot.Sandbox.Demo;

namespace MspBot.Sandbox.Page;

/// <summary>How far the page wants the clock moved: by hours, to the next Monday 08:00, or to a moment of the site's wall clock.</summary>
internal sealed record ClockMove(double? Hours, bool Monday, string? To);

/// <summary>Moves the demo's clock; what falls due by that runs at once.</summary>
internal sealed class ClockActs(DemoClock clock, PageView view, Feed feed, Stage stage)
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(366);

    internal async Task<ClockView> Move(ClockMove move)
    {
        var now = clock.GetUtcNow();
        var by = Target(move, now) - now;
        if (by <= TimeSpan.Zero) throw new PageRefusal(400, "Время в песочнице идёт только вперёд: выберите момент позже нынешнего");
        if (by > Farthest) throw new PageRefusal(400, "Дальше чем на год вперёд песочница не заглядывает");
        clock.Jump(by);
        stage.Folder.Offset = clock.Offset;
        feed.Add("clock", PageJson.Of(view.Clock()));
        await stage.Data.Ensure(clock.GetUtcNow());
        stage.Messenger.Wake();
        return view.Clock();
    }

    private DateTimeOffset Target(ClockMove move, DateTimeOffset now)
    {
        if (move.Hours is { } hours) return now + TimeSpan.FromHours(hours);
        if (move.Monday) return NextMonday(now);
        return DateTime.TryParseExact(move.To, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var local)
            ? stage.Zone.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local))
            : throw new PageRefusal(400, "Выберите день и время");
    }

    private DateTimeOffset NextMonday(DateTimeOffset now)
    {
        var day = stage.Zone.DayOf(now);
        while (day.DayOfWeek != DayOfWeek.Monday || stage.Zone.At(day, new(8, 0)) <= now) day = day.AddDays(1);
        return stage.Zone.At(day, new(8, 0));
    }
}
