namespace MspBot.Sandbox.Past;

/// <summary>The library, broadcasts, and topics that people ask for. The head writes to many.</summary>
internal sealed partial class PastWriter
{
    private async Task Library()
    {
        var library = past.Library;
        await Copy("topic (id, name)", PastLibrary.Topics.Select((name, nr) => (nr + 1L, name)), (row, t) => row.Add(t.Item1).Add(t.name));
        // A material and its edition name each other, so they come in one transaction.
        await Run("begin");
        await Copy("material (id, name, kind, added_by, added_at, in_library, state, edition, shown_at)", library.Materials,
            (row, m) => row
            .Add(m.Id).Add(m.Name).Add(m.Kind).Add(m.Author).Add((DateTimeOffset?)m.At).Add((bool?)true).Add(m.Hidden ? "Hidden" : "Shown")
            .Add((int?)1).Add((DateTimeOffset?)m.At));
        await Copy("material_edition (material_id, nr, url, by_person, at, accepted_at, told_at)", library.Materials, (row, m) => row
            .Add(m.Id).Add((int?)1).Add($"https://disk.example.org/d/{m.Id}").Add(m.Author).Add((DateTimeOffset?)m.At)
            .Add((DateTimeOffset?)m.At).Add((DateTimeOffset?)m.At));
        await Copy("material_topic (material_id, topic_id)", library.Materials, (row, m) => row.Add(m.Id).Add(m.Topic));
        await Run("commit");
        await Copy("material_taken (material_id, person_id, first_at, edition)", library.Taken, (row, t) => row
            .Add(t.Material).Add(t.Person).Add((DateTimeOffset?)t.At).Add((int?)1));
        await Copy("seminar_material (id, seminar_id, material_id, added_at)", library.Materials.Where(m => m.Seminar is not null),
            (row, m) => row
            .Add(m.Id).Add(m.Seminar).Add(m.Id).Add((DateTimeOffset?)m.At));
        await Copy("seminar_material_given (seminar_material_id, sign_up_id, given_at)", library.Given, (row, g) => row
            .Add(g.Material).Add(g.SignUp).Add((DateTimeOffset?)g.At));
        await Copy("material_wish (person_id, words, day, at)",
            library.Wishes, (row, w) => row
            .Add(w.Person).Add(w.Words).Add((DateOnly?)DateOnly.FromDateTime(w.At.UtcDateTime)).Add((DateTimeOffset?)w.At));
        await Copy(
            "broadcast (id, by_person, audience, words, state, shown, created_at, pressed_at, starts_at, stopped_at, stopped_by, done_at)",
            library.Broadcasts, (row, b) => row
            .Add(b.Id).Add(1L).AddJson("""{"to": "everyone"}""").Add("Коллеги, ждём вас на встрече").Add(b.Stopped ? "Stopped" : "Done")
            .Add((int?)b.Recipients.Count).Add((DateTimeOffset?)b.At).Add((DateTimeOffset?)b.At).Add((DateTimeOffset?)b.At)
            .Add(b.Stopped ? b.At : null).Add(b.Stopped ? 1L : null).Add((DateTimeOffset?)b.At));
        await Copy("broadcast_recipient (broadcast_id, person_id, outcome, reason, at)",
            library.Broadcasts.SelectMany(b => b.Recipients.Select(r => (b.Id, r.Person, r.Outcome, b.At))), (row, r) => row
            .Add(r.Id).Add(r.Person).Add(r.Outcome).Add(r.Outcome == "Failed" ? "NotInTime" : null).Add((DateTimeOffset?)r.At));
        await Copy("topic_wish (person_id, topic_id, since)", library.Asked, (row, a) => row
            .Add(a.Person).Add(a.Topic).Add((DateTimeOffset?)past.Opened));
    }
}
