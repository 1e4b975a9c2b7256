using System.Globalization;
using MspBot.Data.Consultations;
using MspBot.Domain.Clock;
using MspBot.Domain.Consultations;
using MspBot.Domain.People;
using MspBot.Host.Conversations;

namespace MspBot.Host.Consultations;

/// <summary>«Назначить», for heads: a request, and the tutors it can go to, those first who have least to do.</summary>
internal sealed class AssignCard(LoadReader reader, AssignStore store, QuietHours quiet, SiteZone zone) : Card
{
    internal const string Name = "as";
    private const string To = "to";

    public override string Key => Name;

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!turn.Speaker.Is(Role.Head) || await reader.Find(new(id)) is not { } request) return null;
        if (Assigning.Check(request.State) is { } because) return Back(new Screen(Html.Text(LoadTexts.Refused(because))));

        var page = Number(arg) is < 10_000 and var wanted ? (int)wanted : 0;
        var found = await reader.Free(request, LoadCard.Month(turn.Now, zone), turn.Now, page);
        var screen = new Screen(Html.Paragraphs(LoadTexts.Request(request, turn.Now), found.Count == 0 && page == 0 ? LoadTexts.NobodyElse : default));
        foreach (var tutor in found.Take(LoadReader.PageSize)) screen = screen.Row(Button.Card(LoadTexts.ToButton(tutor), Name, id, To, tutor.Id.Value.ToString(CultureInfo.InvariantCulture)));
        return Back(screen.Row(
            page == 0 ? null : Button.Card("‹", Name, id, arg: Russian.Number(page - 1)),
            found.Count <= LoadReader.PageSize ? null : Button.Card("›", Name, id, arg: Russian.Number(page + 1))));
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (!turn.Speaker.Is(Role.Head)) return Pressed.Warn(LoadTexts.ForHeads);
        if (action != To) return Pressed.Fresh(arg);
        var (refusal, request) = await store.Assign(new(id), new(Number(arg)), turn.Now);
        if (refusal is { } because) return Pressed.Fresh(toast: LoadTexts.Refused(because));
        Tell(turn, request!);
        return Pressed.Instead(Back(new Screen(LoadTexts.Assigned(request!))));
    }

    /// <summary>Both tutors and the teacher; each once, however often the head changes their mind.</summary>
    private void Tell(Turn turn, AssignedRequest request)
    {
        var notBefore = quiet.NotBefore(turn.Now);
        var key = $"assigned:{request.Id.Value}:{request.Version}";
        var open = Button.Card(LoadTexts.OpenRequest, "k", request.Id.Value);
        if (request.ToChat is { } to) turn.Tell(to, new Screen(LoadTexts.ToNewTutor(request)).Row(open), notBefore, $"{key}:to");
        if (request.FromChat is { } from) turn.Tell(from, new Screen(LoadTexts.ToOldTutor(request)).Row(EngineTexts.ToMenu), notBefore, $"{key}:from");
        if (request.TeacherChat is { } teacher) turn.Tell(teacher, new Screen(LoadTexts.ToTeacher(request)).Row(open), notBefore, $"{key}:teacher");
    }

    private static Screen Back(Screen screen) => screen.Row(Button.Card(LoadTexts.ToUnanswered, LoadCard.Name, 0, arg: LoadCard.Unanswered), EngineTexts.ToMenu);

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
