using MspBot.Host.Configuration;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Registration;

/// <summary>The welcome, registration, and what the site says about itself.</summary>
internal static class RegistrationRegistration
{
    /// <exception cref="SettingException">The site's file is wrong.</exception>
    internal static IServiceCollection AddRegistration(this IServiceCollection services, PeopleSettings settings)
    {
        // Read here, not when it is first needed: a wrong file then stops the start with one line.
        services.AddSingleton(SiteFile.Read(settings.DataFolder));
        services.AddSingleton(SiteFile.Watched(settings.DataFolder));
        services.AddScoped<Welcome, PeopleWelcome>();
        services.AddCommand<StartCommand>().AddCard<WelcomeCard>();
        services.AddFlow<RegistrationFlow>().AddHandler<RegisterPerson, RegisterPersonHandler>();
        services.AddCommand<AboutCommand>();
        services.AddMenuItem(810, _ => true, Button.Command(AboutTexts.About, "about"));
        return services;
    }
}
