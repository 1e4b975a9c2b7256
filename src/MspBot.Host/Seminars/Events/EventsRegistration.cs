using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Seminars.Events;

/// <summary>The card of a seminar, and the lists in which it is found.</summary>
internal static class EventsRegistration
{
    internal static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddCard<SeminarCard>().AddCard<EventsCard>().AddCard<MyCard>().AddCard<LedCard>().AddCard<FoundCard>();
        services.AddWordsFinder<SeminarSearch>().AddStartLink<EventLink>();
        services.AddCommand<EventsCommand>().AddCommand<MyCommand>();
        services.AddNextThing<NextSeminar>().AddScoped<MySection, LedSection>();
        services.AddMenuItem(10, _ => true, Button.Command(ListTexts.Events, "events"));
        services.AddMenuItem(20, _ => true, Button.Command(ListTexts.Mine, "my"));
        services.AddMenuItem(30, SeminarAccess.LeadsMeetings, LedCard.Open);
        return services;
    }
}
