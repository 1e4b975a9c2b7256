using MspBot.Data.Materials.Topics;
using MspBot.Data.People.Roles;
using MspBot.Domain.Log;
using MspBot.Domain.Materials;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Log;

namespace MspBot.Host.Materials.Topics;

/// <summary>«Список тем»; the argument is the page, then whether of those that are out of it.</summary>
internal sealed class TopicsCard(RoleStore roles, TopicStore store, TopicScreens screens) : Card
{
    private const string AddSet = TopicScreens.AddSet;

    public override string Key => MaterialLinks.Topics;

    public override Access Access => Access.All(MaterialAccess.Decides);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) => await screens.List(arg);

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action != AddSet) return Pressed.Fresh(arg);
        if (!await roles.Holds(turn.Person, Role.Head)) return Pressed.Warn(MaterialRefusalTexts.Of(MaterialRefusal.RoleLost));
        var added = await store.AddTypical();
        foreach (var one in added) turn.Log(LogAction.TopicAdded, LogSubject.Topic, one.Value, role: Role.Head);
        return Pressed.Instead(await screens.List("", Html.Text(TopicTexts.SetAdded(added.Count))));
    }
}

/// <summary>One topic; a button that decides carries the version with which it was shown.</summary>
internal sealed class TopicCard(RoleStore roles, TopicReader reader, TopicStore store) : Card
{
    private const string Retire = TopicScreens.Retire;
    private const string GiveBack = TopicScreens.GiveBack;

    public override string Key => MaterialLinks.Topic;

    public override Access Access => Access.All(MaterialAccess.Decides);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) =>
        await reader.One(new(id)) is { } one ? TopicScreens.Card(one) : null;

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action is not (Retire or GiveBack) || new Argument(arg).Number() is not { } seen || seen > int.MaxValue) return Pressed.Fresh();
        if (await reader.One(new(id)) is null) return Pressed.Fresh();
        if (!await roles.Holds(turn.Person, Role.Head)) return Pressed.Warn(MaterialRefusalTexts.Of(MaterialRefusal.RoleLost));
        var (result, done, said) = action == Retire
            ? (await store.Retire(new(id), (int)seen, turn.Now), LogAction.TopicRetired, TopicTexts.Retired)
            : (await store.GiveBack(new(id), (int)seen), LogAction.TopicGivenBack, TopicTexts.GivenBack);
        if (result.Refusal is null) turn.Log(done, LogSubject.Topic, id, role: Role.Head);
        return Pressed.Instead(TopicScreens.Of(result, said));
    }
}

/// <summary>«Список тем» in /materials.</summary>
internal sealed class TopicsPart : LibraryPart
{
    public override int Order => 70;

    public override Task<LibraryRows?> For(Turn turn) => Task.FromResult(MaterialAccess.Decides(turn.Speaker)
        ? new LibraryRows(default, [[Button.Card(TopicTexts.List, MaterialLinks.Topics, 0)]]) : null);
}

/// <summary>Topics in the log: «тема «Подготовка к ВПР»».</summary>
internal sealed class TopicsInLog(TopicReader reader) : LoggedThings
{
    public override LogSubject Kind => LogSubject.Topic;

    public override async Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids) =>
        (await reader.Names(ids)).ToDictionary(one => one.Id, one => $"тема «{one.Name}»");

    public override Task<ThingCard?> Card(long id) => Task.FromResult<ThingCard?>(new(MaterialLinks.Topic, id));
}
